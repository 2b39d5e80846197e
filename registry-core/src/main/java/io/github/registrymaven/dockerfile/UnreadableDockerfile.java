package io.github.registrymaven.dockerfile;

/** Says that a text is no Dockerfile, or one of a dialect that is not read here. */
final class UnreadableDockerfile extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * A mistake at a line.
     *
     * @param line counted from one
     * @param message what is wrong and what was expected, as part of a sentence
     */
    UnreadableDockerfile(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
