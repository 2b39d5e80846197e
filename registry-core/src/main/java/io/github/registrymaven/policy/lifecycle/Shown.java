package io.github.registrymaven.policy.lifecycle;

/** Text of a document made fit for a message: whoever wrote it must not write to a terminal. */
final class Shown {
    private static final int MOST = 80;

    private Shown() {}

    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (shown.length() == MOST) {
                return shown + "...";
            }
            char one = text.charAt(at);
            shown.append(one >= ' ' && one <= '~' ? one : '?');
        }
        return shown.toString();
    }

    static String quoted(String text) {
        return "'" + text(text) + "'";
    }
}
