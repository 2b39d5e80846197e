package io.github.registrymaven.testkit.aws;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The access keys that were given out, and whose they are. */
final class Keys {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    /** A key and its owner. */
    record Issued(AwsKey key, Caller caller) {}

    AwsKey issue(Caller caller, @Nullable Instant expires) {
        // The first letters tell whether a key needs a token: tools look at them.
        String id = (caller.session() == null ? "AK" : "AS") + "IA" + letters(16);
        AwsKey key = new AwsKey(id, secret(30), caller.session() == null ? null : secret(96), expires, caller.arn());
        issued.put(id, new Issued(key, caller));
        return key;
    }

    void revoke(String id) {
        issued.remove(id);
    }

    @Nullable
    Issued find(String id) {
        return issued.get(id);
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int index = 0; index < count; index++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    private String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
