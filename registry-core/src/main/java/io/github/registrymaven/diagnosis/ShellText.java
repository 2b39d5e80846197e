package io.github.registrymaven.diagnosis;

/** Texts in commands that are handed over, for a shell to read. */
public final class ShellText {
    private ShellText() {}

    /** In quotes within which a shell changes nothing. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
