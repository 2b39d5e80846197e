package io.github.registrymaven.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** {@code Authorization: Basic} (RFC 7617). Its text hides the password. */
public record BasicLogin(String user, String password) {
    /** Reads a header; null where it is none of this kind. */
    public static @Nullable BasicLogin of(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : new BasicLogin(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "BasicLogin[user=" + user + "]";
    }
}
