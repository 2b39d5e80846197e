package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkFault;
import org.jspecify.annotations.Nullable;

/** How requests about one repository are authorised, or why they cannot be. */
public sealed interface Grant {
    /** The registry asked for no login. */
    record Open() implements Grant {}

    /**
     * Requests carry this.
     *
     * @param authorization null for nobody
     * @param saysPush whether the token says that it allows a push; null where it says nothing
     * @param saysPull the same for a pull
     * @param subject who the token says it is for
     * @param shared whether the token was asked for several repositories at once and does not say which it is good for
     */
    record Authorized(
            @Nullable Secret authorization,
            @Nullable Boolean saysPush,
            @Nullable Boolean saysPull,
            @Nullable String subject,
            boolean shared)
            implements Grant {}

    /**
     * Requests carry this, with which a push was not asked for, as the asking would create the repository.
     *
     * @param absent whether the registry says that there is no such repository; otherwise it may be hidden from this login
     */
    record PullOnly(@Nullable Secret authorization, boolean absent) implements Grant {}

    /**
     * Registry or token service refused the login.
     *
     * @param knowsUs whether the same login is accepted when nothing is asked of this repository: then it is the
     *     permission that is missing; null where that was not found out
     */
    record Refused(HttpAnswer answer, @Nullable Boolean knowsUs) implements Grant {}

    /** The registry wants a login, and there is none to show. */
    record NothingToShow() implements Grant {}

    /** The token service could not be reached. */
    record Unreachable(NetworkFault fault) implements Grant {}

    /** The login was not sent: to do so would be unsafe, or the registry asks for something unknown. */
    record NotAsked(String why) implements Grant {}
}
