package io.github.registrymaven.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a question to AWS comes to. */
sealed interface Answer<T> {
    record Given<T>(T value) implements Answer<T> {}

    record None<T>(Trouble trouble) implements Answer<T> {}

    /** Asks. The SDK's exceptions end here; an interrupted thread stays so. */
    static <T> Answer<T> to(Supplier<T> question) throws InterruptedException {
        try {
            return new Given<>(question.get());
        } catch (SdkException
                | IllegalArgumentException
                | IllegalStateException
                | java.io.UncheckedIOException failed) {
            if (Thread.interrupted() || failed instanceof AbortedException) {
                throw new InterruptedException();
            }
            return new None<>(Trouble.of(failed));
        }
    }

    /** What an answer consists of; one without it is none that could be understood. */
    static <T> T told(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the answer lacks what was asked for");
        }
        return value;
    }
}
