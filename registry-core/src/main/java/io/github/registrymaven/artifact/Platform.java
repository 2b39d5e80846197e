package io.github.registrymaven.artifact;

/**
 * What an image runs on.
 *
 * @param os as Go names it: {@code linux}
 * @param architecture as Go names it: {@code amd64}, {@code arm64}
 */
public record Platform(String os, String architecture) {
    /** What Jib takes where nobody says otherwise. */
    public static final Platform USUAL = new Platform("linux", "amd64");

    @Override
    public String toString() {
        return os + "/" + architecture;
    }
}
