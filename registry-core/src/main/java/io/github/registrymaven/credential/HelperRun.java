package io.github.registrymaven.credential;

import java.time.Duration;

/** How a run of a program that answers with a credential ended. Its texts may hold a secret: none is ever printed as it is. */
public sealed interface HelperRun {
    /** It ended by itself. */
    record Exited(int status, Secret out, Secret err) implements HelperRun {}

    /** It said more than any credential is long, and was ended. */
    record SaidTooMuch() implements HelperRun {}

    /** It did not end in time, and was ended with everything it had started. */
    record TimedOut(Duration after, Secret out, Secret err) implements HelperRun {}

    /** It was not started, as it could not have ended in time. */
    record NoTimeLeft() implements HelperRun {}

    /** The system would not run it. */
    record NotStarted(String reason) implements HelperRun {}
}
