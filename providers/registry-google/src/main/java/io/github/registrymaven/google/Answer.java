package io.github.registrymaven.google;

/** What a question to Google comes to. */
sealed interface Answer<T> {
    record Given<T>(T value) implements Answer<T> {}

    record None<T>(Trouble trouble) implements Answer<T> {}

    /** The same trouble as the answer to another question. */
    static <T> Answer<T> none(Trouble trouble) {
        return new None<>(trouble);
    }
}
