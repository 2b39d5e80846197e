package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same caller in a shell, for commands that are handed over.
 *
 * @param option what has to be added to a command of the AWS CLI, with a space before it; empty where it goes by itself
 * @param login what begins the caller's session anew; null where the CLI has no command for that
 * @param export what puts the session of a role into the shell that is given for a code of an MFA device only; null where none is
 */
record AwsCli(
        String option, @Nullable String login, @Nullable String export) {
    /** Variables and what a machine brings along count there, too. */
    static final AwsCli PLAIN = new AwsCli("", null, null);

    /** For a session that has ended. */
    List<Remedy> renewal(String origin) {
        return List.of(
                login == null
                        ? new Remedy(
                                "Renew the credentials from " + origin + ", the way they came there",
                                List.of(),
                                List.of())
                        : new Remedy("Open the session again, for: " + origin, List.of(login), List.of()));
    }
}
