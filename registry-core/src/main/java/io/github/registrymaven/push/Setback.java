package io.github.registrymaven.push;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.image.BrokenImage;
import io.github.registrymaven.image.Descriptor;
import io.github.registrymaven.image.Manifest;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.oci.OciErrors;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Why a push ended half-way. What a preflight would have seen as well is judged there; here is what only a real push
 * meets: sizes, sessions, digests and manifests.
 */
final class Setback {
    private static final Remedy REBUILD = new Remedy("Build or save the image again", List.of(), List.of());

    private final Standing standing;

    Setback(Standing standing) {
        this.standing = standing;
    }

    /** The image at hand is not what it was taken for, or cannot be read. */
    PushFailure unreadable(IOException trouble) {
        Cause cause = trouble instanceof BrokenImage broken ? broken.why() : Cause.UNKNOWN;
        String words = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        PushFailure failure = failure(
                cause,
                "cannot be pushed: the image at hand is broken",
                trouble instanceof BrokenImage ? List.of(words) : List.of("it could not be read: " + words));
        return cause == Cause.DIGEST_MISMATCH
                // What mends a digest that changed on its way mends nothing here.
                ? new PushFailure(cause, failure.summary(), failure.evidence(), List.of(REBUILD))
                : failure;
    }

    /** A blob did not arrive. */
    PushFailure blob(String method, HttpOutcome outcome, PendingBlob blob) {
        if (outcome instanceof NetworkFault fault) {
            return of(standing.unanswered(fault).seeing(named(blob)));
        }
        HttpAnswer answer = (HttpAnswer) outcome;
        OciErrors errors = OciErrors.of(answer);
        boolean sending = !method.equals("POST");
        if (answer.status() == 413) {
            return failure(
                    Cause.PAYLOAD_TOO_LARGE,
                    "takes no upload of the size of " + blob.title(),
                    List.of(
                            Standing.told(method, answer),
                            named(blob),
                            "probably a proxy before the registry sets the limit, such as nginx with"
                                    + " client_max_body_size"));
        }
        if (sending && errors.hasCode("DIGEST_INVALID")) {
            return failure(
                    Cause.DIGEST_MISMATCH,
                    "got other bytes than its digest promises",
                    List.of(Standing.told(method, answer), named(blob)));
        }
        if (sending && (answer.status() == 404 || answer.status() == 416 || errors.hasCode("BLOB_UPLOAD_UNKNOWN"))) {
            return failure(
                    Cause.BLOB_UPLOAD_UNKNOWN,
                    "cannot be pushed: its registry forgot an upload half-way, twice",
                    List.of(Standing.told(method, answer), named(blob)));
        }
        return general(method, answer, "fails to take an upload", List.of(named(blob)));
    }

    /** A manifest was refused; all its blobs are there. */
    PushFailure manifest(HttpOutcome outcome, String reference, Manifest image) {
        Descriptor manifest = image.descriptor();
        if (outcome instanceof NetworkFault fault) {
            return of(standing.unanswered(fault));
        }
        HttpAnswer answer = (HttpAnswer) outcome;
        OciErrors errors = OciErrors.of(answer);
        List<String> seen = List.of(Standing.told("PUT", answer), "its media type is " + manifest.mediaType());
        if (errors.says("immutab", "cannot be overwritten", "already exists")) {
            return failure(
                    Cause.TAG_IMMUTABLE,
                    "has the tag " + reference + " already, and does not let it be moved",
                    List.of(Standing.told("PUT", answer)));
        }
        if (answer.status() == 413) {
            return failure(Cause.PAYLOAD_TOO_LARGE, "takes no manifest of " + manifest.size() + " bytes", seen);
        }
        if (errors.hasCode("MANIFEST_BLOB_UNKNOWN") || errors.hasCode("BLOB_UNKNOWN")) {
            String elsewhere = image.elsewhere();
            if (elsewhere != null) {
                return layersElsewhere(seen, elsewhere);
            }
            return failure(Cause.BLOB_UNKNOWN, "misses a blob that it took a moment ago", seen);
        }
        boolean denied = answer.status() == 401
                || answer.status() == 403
                || errors.hasCode("DENIED")
                || errors.says("quota", "storage limit");
        if (!denied && (answer.status() == 400 || answer.status() == 415 || errors.hasCode("MANIFEST_INVALID"))) {
            return failure(Cause.MANIFEST_INVALID, "took every layer and refuses the manifest", seen);
        }
        return general("PUT", answer, "fails to take the manifest", List.of());
    }

    /** The distribution registry says of a layer whose address it does not allow that it misses the blob. */
    private PushFailure layersElsewhere(List<String> seen, String elsewhere) {
        List<String> evidence = new ArrayList<>(seen);
        evidence.add("a layer of the image is to be fetched from " + elsewhere + ", so it was not sent");
        evidence.add("probably the registry allows no such address");
        return new PushFailure(
                Cause.BLOB_UNKNOWN,
                standing.repository() + " does not take an image with a layer that lies elsewhere",
                evidence,
                List.of(new Remedy(
                        "Let the registry take layers that lie there: docker-registry, in its configuration",
                        List.of(),
                        List.of(new Remedy.File("config.yml", allowing(elsewhere))))));
    }

    private static String allowing(String address) {
        String begin = address.replaceFirst("^(https?://[^/]*).*$", "$1/").replace(".", "\\.");
        return "validation:\n  manifests:\n    urls:\n      allow:\n        - '^" + begin.replace("'", "''") + "'\n";
    }

    /** The manifest was taken, and whether the tag shows it could not be found out. */
    PushFailure unverified(HttpOutcome outcome, String reference) {
        if (outcome instanceof NetworkFault fault) {
            return of(standing.unanswered(fault).seeing("the manifest was taken, " + reference + " was not verified"));
        }
        HttpAnswer answer = (HttpAnswer) outcome;
        String what = "took " + reference + " and does not show it";
        return answer.status() == 404
                ? failure(Cause.MANIFEST_UNKNOWN, what, List.of(Standing.told("HEAD", answer)))
                : general("HEAD", answer, what, List.of());
    }

    /** The tag points elsewhere. */
    PushFailure otherDigest(HttpAnswer answer, String reference, String pushed, String found) {
        return failure(
                Cause.DIGEST_MISMATCH,
                "took " + reference + " and shows another image there",
                List.of(
                        Standing.told("HEAD", answer),
                        "pushed was " + pushed,
                        "found was " + found,
                        "another push to the same tag at the same time looks like this, too"));
    }

    /** The reference is pinned to another image than the one at hand. */
    PushFailure notThatImage(String wanted, String own) {
        return failure(
                Cause.DIGEST_MISMATCH,
                "is to get another image than the one at hand",
                List.of("the reference names " + wanted, "the image at hand is " + own));
    }

    private PushFailure general(String method, HttpAnswer answer, String what, List<String> more) {
        List<String> seen = new ArrayList<>();
        seen.add(Standing.told(method, answer));
        seen.addAll(more);
        if (answer.status() == 429) {
            return failure(Cause.RATE_LIMITED, "cannot be pushed: its registry gets too many requests", seen);
        }
        OciErrors errors = OciErrors.of(answer);
        if (answer.status() >= 500 && !errors.says("quota", "storage limit") && !errors.saysThatItsDiskIsFull()) {
            return failure(Cause.REGISTRY_SERVER_ERROR, "cannot be pushed: its registry " + what, seen);
        }
        Finding known = standing.refused(method, answer);
        return known == null || known.cause() == Cause.UNKNOWN
                ? failure(Cause.UNKNOWN, "cannot be pushed: its registry " + what, seen)
                : of(known.seeing(more));
    }

    private PushFailure failure(Cause cause, String what, List<String> evidence) {
        return of(standing.failing(cause, standing.repository() + " " + what, evidence));
    }

    static PushFailure of(Finding finding) {
        Cause cause = finding.cause() == null ? Cause.UNKNOWN : Objects.requireNonNull(finding.cause());
        return new PushFailure(cause, finding.summary(), finding.evidence(), finding.remedies());
    }

    private static String named(PendingBlob blob) {
        Descriptor descriptor = blob.descriptor();
        return descriptor == null
                ? "it was " + blob.title() + ", " + blob.weight() + " bytes before it was compressed"
                : "it was " + blob.title() + ", " + descriptor.digest() + ", " + descriptor.size() + " bytes";
    }
}
