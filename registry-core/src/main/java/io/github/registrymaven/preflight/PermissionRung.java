package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.AwsRemedies;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.oci.Grant;
import io.github.registrymaven.oci.OciErrors;
import io.github.registrymaven.oci.UploadLocation;
import java.util.ArrayList;
import java.util.List;

/** May this identity push here? The upload session decides; the token's own word is the weaker proof. */
final class PermissionRung implements Rung {
    /** What an upload session does not prove: registries judge manifests by themselves. */
    private static final String MANIFEST = "the manifest is taken";

    @Override
    public Stage stage() {
        return Stage.PERMISSION;
    }

    @Override
    public String id() {
        return "push-permission";
    }

    @Override
    public Finding judge(Observation seen) {
        if (seen.grant() instanceof Grant.Refused refused) {
            return denied(
                    seen, Cause.PERMISSION_DENIED, "refuses pushes", List.of(Evidence.of("GET", refused.answer())));
        }
        if (seen.upload() instanceof NetworkFault fault) {
            return interrupted(seen, fault);
        }
        HttpAnswer upload = seen.uploadAnswer();
        if (upload == null && seen.uploadWithheld()) {
            return unknown("whether " + who(seen) + " may push to " + seen.repository() + " was not tried")
                    .because(Cause.UNKNOWN)
                    .seeing(
                            seen.grant() instanceof Grant.PullOnly
                                    ? "this registry creates an absent repository for whoever asks for the right to push"
                                            + " to it, so only that to pull was asked for"
                                    : "an upload session might create the repository, so none was opened");
        }
        return upload == null ? byToken(seen) : byUpload(seen, upload);
    }

    private Finding byUpload(Observation seen, HttpAnswer upload) {
        if (upload.status() == 202) {
            return opened(seen, upload);
        }
        if (upload.status() == 429) {
            return unknown(seen.repository() + ": the registry answers that it gets too many requests, twice")
                    .because(Cause.RATE_LIMITED)
                    .seeing(Evidence.of("POST", upload));
        }
        Refusal refusal = Refusal.of(seen);
        if (refusal == null) {
            return unknown(seen.repository() + ": the registry's answer to an upload fits no specification")
                    .because(Cause.UNKNOWN)
                    .seeing(Evidence.of("POST", upload));
        }
        List<String> evidence = new ArrayList<>();
        evidence.add(Evidence.of("POST", upload));
        evidence.addAll(tokensWord(seen));
        AwsDenial words =
                seen.isAmazon() ? AwsDenial.in(OciErrors.of(upload).entries().toString()) : null;
        if (words == null) {
            return denied(seen, refusal.cause(), refusal.reason(), evidence);
        }
        evidence.add("AWS names " + words.principal() + " and " + words.action() + ", "
                + (words.explicit() ? "denied by " : "not allowed by ")
                + words.policy().words());
        return denied(seen, refusal.cause(), refusal.reason(), evidence).mendedBy(AwsRemedies.of(words));
    }

    private Finding opened(Observation seen, HttpAnswer upload) {
        List<String> evidence = new ArrayList<>();
        evidence.add(Evidence.of("POST", upload) + ": an upload session");
        if (seen.cancel() instanceof HttpAnswer cancel) {
            evidence.add(
                    cancel.status() < 300 || cancel.status() == 404
                            ? "the session was cancelled"
                            : "the session ends by itself, the registry answered " + cancel.status()
                                    + " to its cancellation");
        } else {
            evidence.add("the session ends by itself, it could not be cancelled");
        }
        evidence.addAll(tokensWord(seen));
        String problem = UploadLocation.problem(upload);
        if (problem != null) {
            return warn(seen.repository() + " " + problem)
                    .seeing(evidence)
                    .seeing("this plugin's own push ends there; what other tools do is not known");
        }
        String carrier = seen.terms().carrier();
        if (carrier != null && isShownUnasked(seen)) {
            return warn(seen.repository() + " takes pushes with a login, and " + carrier + " may show none")
                    .seeing(evidence)
                    .seeing("GET /v2/ asks for no login, which docker then does not show; jib does");
        }
        return pass(who(seen) + " may push to " + seen.repository())
                .seeing(evidence)
                .notProving(MANIFEST);
    }

    /** Docker looks for the kind of login in the answer to {@code GET /v2/} alone (distribution's challenge manager). */
    private static boolean isShownUnasked(Observation seen) {
        return seen.ping() instanceof HttpAnswer ping
                && ping.status() < 400
                && seen.grant() instanceof Grant.Authorized authorized
                && authorized.authorization() != null;
    }

    /** What the token claims, said where it is a refusal or contradicts what the registry did. */
    private static List<String> tokensWord(Observation seen) {
        return seen.grant() instanceof Grant.Authorized authorized && Boolean.FALSE.equals(authorized.saysPush())
                ? List.of("the token was asked for pull and push, its access claim grants no push on this repository")
                : List.of();
    }

    private Finding byToken(Observation seen) {
        if (seen.grant() instanceof Grant.Authorized authorized && authorized.saysPush() != null) {
            return authorized.saysPush()
                    ? pass(who(seen) + " may push to " + seen.repository() + ", says the token")
                            .seeing("the token's access claim grants push")
                            .notProving("an upload is opened", MANIFEST)
                    : denied(seen, Cause.PERMISSION_DENIED, "refuses pushes", tokensWord(seen));
        }
        return unknown("whether " + who(seen) + " may push to " + seen.repository() + " was not found out")
                .because(Cause.UNKNOWN)
                .seeing("registry.probe=token, and no token says which actions it grants");
    }

    private Finding denied(Observation seen, Cause cause, String reason, List<String> evidence) {
        Identity identity = seen.identity();
        String from = cause == Cause.PERMISSION_DENIED && identity != null ? " from " + identity.name() : "";
        return fail(seen.repository() + " " + reason + from).because(cause).seeing(evidence);
    }

    private Finding interrupted(Observation seen, NetworkFault fault) {
        return unknown(seen.repository() + ": the answer to an upload did not arrive: " + fault.summary())
                .because(fault.cause())
                .seeing(Evidence.of(fault));
    }

    private static String who(Observation seen) {
        Identity identity = seen.identity();
        return identity == null ? "anyone" : identity.name();
    }
}
