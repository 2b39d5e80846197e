package io.github.registrymaven.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A sentence that names something without being a failure: which image is pushed, whose project it is.
 *
 * @param says a {@link Wording} with holes
 * @param operation {@code push} or {@code pull} where the sentence tells what is done with the image
 * @param landmark whether it is looked for far from any failure, too: a push names its image long before it fails
 * @param marks what begins or ends there, so that what failed before is another matter; null for most
 * @param from the tool that says so and that has remedies of its own; null for most
 */
record Mention(
        String says,
        @Nullable String operation,
        boolean landmark,
        @Nullable String marks,
        @Nullable String from) {
    /** A push begins. */
    static final String PUSH = "push";
    /** A push begins, if a command does. */
    static final String COMMAND = "command";
    /** A push, a pull, a login or a build has succeeded: what fails afterwards is another matter. */
    static final String DONE = "done";
    /** Tests begin. */
    static final String TESTS = "tests";
    /** Tests have ended, with numbers of failures and of errors. */
    static final String TESTED = "tested";
}
