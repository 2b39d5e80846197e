package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Long-lived credentials: keys of service accounts and sessions of people. */
final class Accounts {
    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    /** The half of a key that Google keeps. */
    record Key(String email, PublicKey publicKey) {}

    /**
     * A new key, as the file that {@code gcloud iam service-accounts keys create} writes.
     *
     * @param project the account's
     */
    String keyFile(String email, String project) {
        KeyPair pair = pair();
        String id = UUID.randomUUID().toString().replace("-", "");
        keys.put(id, new Key(email, pair.getPublic()));
        String kind = "PRIVATE KEY";
        JsonObject file = GoogleJson.object(
                "type",
                "service_account",
                "project_id",
                project,
                "private_key_id",
                id,
                "private_key",
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END " + kind + "-----\n",
                "client_email",
                email,
                "client_id",
                "100000000000000000001",
                "auth_uri",
                "https://accounts.google.com/o/oauth2/auth",
                "token_uri",
                "https://oauth2.googleapis.com/token");
        return file.toString();
    }

    /** A new session, as the file that {@code gcloud auth application-default login} writes. */
    String userFile(String email, String quotaProject) {
        String refresh = "testkit-refresh-" + UUID.randomUUID();
        sessions.put(refresh, email);
        return GoogleJson.object(
                        "account", "",
                        "client_id", "testkit.apps.googleusercontent.com",
                        "client_secret", "planted-client-secret",
                        "quota_project_id", quotaProject,
                        "refresh_token", refresh,
                        "type", "authorized_user",
                        "universe_domain", "googleapis.com")
                .toString();
    }

    @Nullable
    Key key(String id) {
        return keys.get(id);
    }

    /** Whose session it is; null where it has ended. */
    @Nullable
    String session(String refreshToken) {
        return sessions.get(refreshToken);
    }

    void revokeKeys(String email) {
        keys.values().removeIf(key -> key.email().equals(email));
    }

    void endSessions(String email) {
        sessions.values().removeIf(email::equals);
    }

    /** A token of some identity provider that names a subject; its signature counts for nothing here. */
    static String subjectToken(String subject) {
        return part("{\"alg\":\"none\"}") + "."
                + part(GoogleJson.object("sub", subject).toString()) + ".";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }
}
