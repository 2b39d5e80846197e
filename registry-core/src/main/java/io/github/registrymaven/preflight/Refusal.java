package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.oci.OciErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a registry refused to open an upload session. The session is what a push asks for first, so its refusal is the
 * push's refusal; the status alone is ambiguous, the registry's words come before it (a quota is a DENIED, too).
 *
 * @param stage the rung that is broken
 * @param reason the end of a sentence that begins with the repository
 * @param remedies what mends it, where that is known better than by its cause
 */
record Refusal(Stage stage, Cause cause, String reason, List<Remedy> remedies) {
    private Refusal(Stage stage, Cause cause, String reason) {
        this(stage, cause, reason, List.of());
    }

    /** Null where no session was asked for, where it was opened, or where the answer tells nothing for sure. */
    static @Nullable Refusal of(Observation seen) {
        HttpAnswer answer = seen.uploadAnswer();
        return answer == null ? null : of(answer, seen);
    }

    /** The same for any request of a push: whatever it asked for, a denial, a full quota or an expired login reads alike. */
    static @Nullable Refusal of(HttpAnswer answer, Observation seen) {
        OciErrors errors = OciErrors.of(answer);
        int status = answer.status();
        if (status == 413) {
            return new Refusal(Stage.REPOSITORY, Cause.PAYLOAD_TOO_LARGE, "takes no upload: something limits its size");
        }
        if (status < 400 || status == 429) {
            return null;
        }
        boolean ofAmazon = seen.isAmazon() && AwsDenial.in(errors.entries().toString()) != null;
        if (!ofAmazon && new Said(errors, seen.image()).thatItIsFull()) {
            return new Refusal(Stage.REPOSITORY, Cause.QUOTA_EXCEEDED, "is full: its quota is used up");
        }
        return switch (status) {
            case 401, 403 -> forbidden(errors, status, seen);
            case 404 ->
                seen.ping() instanceof HttpAnswer ping && NoRegistry.isSeenIn(ping, answer)
                        ? new Refusal(
                                Stage.REPOSITORY,
                                Cause.UNKNOWN,
                                "cannot be pushed: its host does not answer as a registry")
                        : new Refusal(Stage.REPOSITORY, Cause.REPOSITORY_NOT_FOUND, "does not exist");
            case 405 ->
                new Refusal(
                        Stage.REPOSITORY,
                        Cause.PERMISSION_DENIED,
                        "takes no pushes from anyone: it is read-only, a mirror or a cache",
                        List.of(elsewhere(seen)));
            default -> status >= 500 ? serverError(errors, seen) : badRequest(errors);
        };
    }

    private static Refusal serverError(OciErrors errors, Observation seen) {
        return errors.saysThatItsDiskIsFull()
                ? new Refusal(
                        Stage.REPOSITORY,
                        Cause.DISK_FULL,
                        "cannot be pushed: its registry's disk is full",
                        List.of(room(seen)))
                : new Refusal(
                        Stage.PERMISSION,
                        Cause.REGISTRY_SERVER_ERROR,
                        "cannot be pushed: its registry fails to open an upload");
    }

    private static Remedy room(Observation seen) {
        return new Remedy(
                "Make room on the registry's disk, where " + seen.image().host()
                        + " keeps its images, or ask whoever runs"
                        + " it: docker-registry gives back what is deleted when its garbage-collect is run",
                List.of(),
                List.of());
    }

    /** It is nobody's permission that is missing. */
    private static Remedy elsewhere(Observation seen) {
        return new Remedy(
                "Push to the host that takes pushes, not to its mirror, cache or group; or ask whoever runs "
                        + seen.image().host() + " whether it is read-only for maintenance",
                List.of(),
                List.of());
    }

    private static Refusal forbidden(OciErrors errors, int status, Observation seen) {
        if (new Said(errors, seen.image()).thatAFirewallRefuses()) {
            return new Refusal(Stage.PERMISSION, Cause.NETWORK_RESTRICTED, "refuses pushes from this network address");
        }
        if (seen.loggedIn() && errors.says("token has expired", "token is expired", "expiredtoken")) {
            return new Refusal(Stage.CREDENTIALS, Cause.CREDENTIALS_EXPIRED, "refuses the login: it has expired");
        }
        if (!seen.loggedIn() && (status == 401 || seen.loginWanted())) {
            return new Refusal(Stage.CREDENTIALS, Cause.CREDENTIALS_MISSING, "takes no pushes without a login");
        }
        if (errors.html()) {
            return new Refusal(
                    Stage.PERMISSION,
                    Cause.NETWORK_RESTRICTED,
                    "cannot be pushed: something before the registry refuses the upload");
        }
        return new Refusal(Stage.PERMISSION, Cause.PERMISSION_DENIED, "refuses pushes");
    }

    private static Refusal badRequest(OciErrors errors) {
        return errors.hasCode("NAME_INVALID")
                ? new Refusal(
                        Stage.REPOSITORY, Cause.INVALID_IMAGE_REFERENCE, "is not a name that its registry accepts")
                : new Refusal(
                        Stage.PERMISSION, Cause.UNKNOWN, "cannot be pushed: its registry refuses to open an upload");
    }
}
