package io.github.registrymaven.policy.lifecycle;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a purge filter. It comes from whoever wrote the task, and some take exponential time; after a
 * million steps this one gives up, as acr-cli itself does after a minute.
 */
record TagRegex(String written, Pattern pattern) {
    private static final int MOST_STEPS = 1_000_000;

    static TagRegex compile(String written) throws PatternSyntaxException {
        // acr-cli is in Go, which writes named groups with a P.
        return new TagRegex(written, Pattern.compile(written.replace("(?P<", "(?<")));
    }

    /** Whether it is found in the name; empty where that takes too long to say. */
    Optional<Boolean> findsIn(String name) {
        try {
            return Optional.of(pattern.matcher(new Counted(name, new AtomicInteger(), 0, name.length()))
                    .find());
        } catch (TooManySteps | StackOverflowError tooLong) {
            return Optional.empty();
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    /** Counts each look at a character. */
    private record Counted(String text, AtomicInteger steps, int start, int end) implements CharSequence {
        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, steps, start + from, start + to);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
