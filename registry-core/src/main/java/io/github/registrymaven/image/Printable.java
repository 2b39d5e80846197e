package io.github.registrymaven.image;

/** Names from an archive, made fit for a message: whoever wrote the archive must not write to a terminal. */
final class Printable {
    private static final int MOST = 120;

    private Printable() {}

    static String of(String name) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            if (shown.length() == MOST) {
                return shown + "...";
            }
            char one = name.charAt(at);
            shown.append(one >= ' ' && one <= '~' ? one : '?');
        }
        return shown.toString();
    }
}
