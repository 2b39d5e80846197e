package io.github.registrymaven.oci;

import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings one blob into a repository, with as few bytes as that takes: by a mount where another repository has it, otherwise in one request. An upload that breaks goes on where the registry says that it
 * stands; one that the registry forgot begins again, once.
 */
public final class BlobUpload {
    private final Repository repository;
    private final OpenUploads uploads;
    private final BlobSource source;
    private int tries;
    private boolean begunAgain;

    /** An upload that has not begun. */
    public BlobUpload(Repository repository, OpenUploads uploads, BlobSource source) {
        this.repository = repository;
        this.uploads = uploads;
        this.source = source;
    }

    /**
     * Pushes it.
     *
     * @param from another repository that may have it
     * @throws IOException what reading the source threw
     */
    public BlobOutcome push(@Nullable String from) throws IOException, InterruptedException {
        String mountable = from;
        while (true) {
            HttpOutcome opened = open(mountable);
            if (opened instanceof HttpAnswer answer && answer.status() == 201 && mountable != null) {
                return new BlobOutcome.Mounted();
            }
            UploadSession session = opened instanceof HttpAnswer answer && answer.status() == 202
                    ? UploadSession.in(repository, answer)
                    : null;
            if (session == null) {
                return new BlobOutcome.Failed("POST", opened);
            }
            uploads.add(session);
            BlobOutcome outcome = send(session);
            if (outcome != null) {
                return outcome;
            }
            uploads.remove(session);
            session.cancel();
            mountable = null;
        }
    }

    private HttpOutcome open(@Nullable String from) throws InterruptedException {
        String digest = source.digest();
        if (from == null || digest == null) {
            return repository.openUpload();
        }
        HttpOutcome mounted = repository.mount(digest, from);
        // Whoever may not read the other repository, or asks a registry that knows no mounts or fails at them, uploads.
        boolean isTaken = mounted instanceof HttpAnswer answer && (answer.status() == 201 || answer.status() == 202);
        return isTaken ? mounted : repository.openUpload();
    }

    /** Null where another session is worth a try. */
    private @Nullable BlobOutcome send(UploadSession session) throws IOException, InterruptedException {
        long offset = 0;
        while (true) {
            Step step = step(session, offset);
            if (step.outcome() instanceof HttpAnswer answer && answer.status() == 201) {
                uploads.remove(session);
                return new BlobOutcome.Uploaded();
            }
            if (isForgotten(step.outcome(), offset > 0)) {
                if (begunAgain) {
                    uploads.remove(session);
                    return new BlobOutcome.Failed(step.method(), step.outcome());
                }
                begunAgain = true;
                return null;
            }
            if (!repository.retries().again(step.outcome(), ++tries)) {
                return new BlobOutcome.Failed(step.method(), step.outcome());
            }
            offset = session.arrived();
            if (offset == 0) {
                return null;
            }
        }
    }

    /** A request, and what it came to. */
    private record Step(String method, HttpOutcome outcome) {}

    private Step step(UploadSession session, long offset) throws IOException, InterruptedException {
        String digest = source.digest();
        if (offset == 0 && digest != null && source.size() >= 0) {
            return new Step("PUT", session.putAll(source, digest));
        }
        if (source.size() < 0 || offset < source.size()) {
            HttpOutcome patched = session.patch(source, offset);
            if (!(patched instanceof HttpAnswer answer) || answer.status() / 100 != 2) {
                return new Step("PATCH", patched);
            }
        }
        return new Step("PUT", session.finish(Objects.requireNonNull(source.digest(), "digest at the end")));
    }

    /** Spec "Error Codes": BLOB_UPLOAD_UNKNOWN, BLOB_UPLOAD_INVALID; what was resumed may also be out of step. */
    private static boolean isForgotten(HttpOutcome outcome, boolean resumed) {
        if (!(outcome instanceof HttpAnswer answer)) {
            return false;
        }
        OciErrors errors = OciErrors.of(answer);
        return answer.status() == 404
                || answer.status() == 416
                || errors.hasCode("BLOB_UPLOAD_UNKNOWN")
                || errors.hasCode("BLOB_UPLOAD_INVALID")
                || (resumed && errors.hasCode("DIGEST_INVALID"));
    }
}
