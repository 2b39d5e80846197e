package io.github.registrymaven.testkit.aws;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The settings of one repository; its images are in the registry. */
final class EcrRepository {
    private final String name;
    private final Instant createdAt;
    private final Encryption encryption;
    private final Map<String, String> tags = new ConcurrentSkipListMap<>();
    private volatile Mutability mutability = Mutability.MUTABLE;
    private volatile boolean scanOnPush;
    private volatile @Nullable String lifecyclePolicy;
    private volatile @Nullable String policyText;
    private volatile @Nullable Policy policy;

    /**
     * How layers are encrypted, which is settled when the repository is made.
     *
     * @param key of KMS; null for one that AWS keeps
     */
    record Encryption(String type, @Nullable String key) {
        static final Encryption DEFAULT = new Encryption("AES256", null);
    }

    EcrRepository(String name, Instant createdAt, Encryption encryption) {
        this.name = name;
        this.createdAt = createdAt;
        this.encryption = encryption;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    Encryption encryption() {
        return encryption;
    }

    Map<String, String> tags() {
        return Collections.unmodifiableMap(tags);
    }

    void tag(String key, String value) {
        tags.put(key, value);
    }

    Mutability mutability() {
        return mutability;
    }

    void mutability(Mutability to) {
        mutability = to;
    }

    boolean scanOnPush() {
        return scanOnPush;
    }

    void scanOnPush(boolean to) {
        scanOnPush = to;
    }

    @Nullable
    String lifecyclePolicy() {
        return lifecyclePolicy;
    }

    void lifecyclePolicy(@Nullable String to) {
        lifecyclePolicy = to;
    }

    @Nullable
    String policyText() {
        return policyText;
    }

    @Nullable
    Policy policy() {
        return policy;
    }

    /** Sets the repository's own policy; {@link IllegalArgumentException} where it is none. */
    void policy(@Nullable String json) {
        policy = json == null ? null : Policy.read("repository-policy", null, json);
        policyText = json;
    }
}
