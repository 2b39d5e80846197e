package io.github.registrymaven.credential;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code <server>} of settings.xml, as an adapter read and decrypted it. The engine knows no Maven, so this is all it
 * sees of that file.
 *
 * @param id the server's id
 * @param username the user's name, where there is one
 * @param password the password in the clear, where there is one
 * @param problem why the password could not be decrypted; if it is there, {@code password} is not used
 * @param plaintext whether the password stands in settings.xml unencrypted
 */
public record SettingsServer(
        String id,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable String problem,
        boolean plaintext) {
    // Maven leaves ${env.X} as it is where X is not set; sent like that, it can only be refused.
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Za-z0-9._-]+}");

    /** Whether a text is all that Maven had to put there: nothing. */
    public static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).matches();
    }
}
