package io.github.registrymaven.network;

/** What a server says, made fit to be shown. */
public final class ServerWords {
    private ServerWords() {}

    /**
     * As one line of plain text: no control characters, none that turn the direction of writing, not without end.
     *
     * @param most how many characters
     */
    public static String line(String text, int most) {
        StringBuilder line = new StringBuilder();
        for (int at = 0, taken = 0; at < text.length() && taken < most; taken++) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            boolean shown = !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT;
            line.appendCodePoint(shown ? point : ' ');
        }
        return line.toString().strip().replaceAll(" {2,}", " ");
    }
}
