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
        String line = text.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? ' ' : point)
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.strip().replaceAll(" {2,}", " ");
    }
}
