package io.github.registrymaven.push;

/** Ends the work on one repository; never leaves this package. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PushFailure failure;

    Stopped(PushFailure failure) {
        super(failure.summary());
        this.failure = failure;
    }

    PushFailure failure() {
        return failure;
    }
}
