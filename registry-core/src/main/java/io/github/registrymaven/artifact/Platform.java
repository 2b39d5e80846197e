package io.github.registrymaven.artifact;

import java.util.regex.Pattern;

/**
 * What an image runs on.
 *
 * @param os as Go names it: {@code linux}
 * @param architecture as Go names it: {@code amd64}, {@code arm64}
 */
public record Platform(String os, String architecture) {
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+");

    /** What Jib takes where nobody says otherwise. */
    public static final Platform USUAL = new Platform("linux", "amd64");

    public Platform {
        if (!WORDS.matcher(os).matches() || !WORDS.matcher(architecture).matches()) {
            throw new IllegalArgumentException(os + "/" + architecture + " is no platform, as linux/amd64 is one");
        }
    }

    /**
     * Reads {@code os/architecture}.
     *
     * @throws IllegalArgumentException if the text is something else, which the message says
     */
    public static Platform parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new Platform(text, "") : new Platform(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return os + "/" + architecture;
    }
}
