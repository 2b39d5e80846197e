package io.github.registrymaven.dockerfile;

/** A file that should be a Dockerfile, read. */
public sealed interface ReadDockerfile {
    /** Its path for people. */
    String shown();

    /** One that is. */
    record Sound(Dockerfile file) implements ReadDockerfile {
        @Override
        public String shown() {
            return file.shown();
        }
    }

    /**
     * One that is not, or could not be read.
     *
     * @param line where, counted from one
     * @param problem what is wrong there, as part of a sentence
     */
    record Unsound(String shown, int line, String problem) implements ReadDockerfile {}

    /** Reads a text. */
    static ReadDockerfile of(String text, String shown) {
        try {
            return new Sound(Dockerfile.of(text, shown));
        } catch (UnreadableDockerfile unreadable) {
            return new Unsound(shown, unreadable.line(), String.valueOf(unreadable.getMessage()));
        }
    }
}
