package io.github.registrymaven.push;

import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.oci.Repository;
import org.jspecify.annotations.Nullable;

/** The proof that a push arrived: the registry is asked what a tag points to now. */
final class Verification {
    private final Hosts.Access access;
    private final Repository repository;

    Verification(Hosts.Access access) {
        this.access = access;
        this.repository = access.repository();
    }

    /**
     * Asks for a manifest that was taken a moment ago.
     *
     * @param taken the answer with which it was
     */
    void of(String reference, String wanted, HttpAnswer taken) throws InterruptedException, Stopped {
        HttpOutcome outcome = repository.manifest(reference);
        String found =
                outcome instanceof HttpAnswer answer && answer.status() == 200 ? digestOf(answer, reference) : null;
        if (wanted.equals(found)) {
            return;
        }
        Setback setback = new Setback(access.standing());
        if (outcome instanceof HttpAnswer answer && found != null) {
            throw new Stopped(setback.otherDigest(answer, reference, wanted, found));
        }
        // Who may push and not pull cannot look; what the registry said when it took the manifest then has to do.
        boolean missing = outcome instanceof HttpAnswer answer && answer.status() == 404;
        boolean said = taken.headers()
                .firstValue("docker-content-digest")
                .filter(wanted::equals)
                .isPresent();
        boolean denied = outcome instanceof HttpAnswer answer && (answer.status() == 401 || answer.status() == 403);
        if (missing || !(said || denied)) {
            throw new Stopped(setback.unverified(outcome, reference));
        }
    }

    /** By the header that the spec asks for, or by the bytes. */
    private @Nullable String digestOf(HttpAnswer head, String reference) throws InterruptedException {
        String said = head.headers().firstValue("docker-content-digest").orElse(null);
        if (said != null) {
            return said;
        }
        return repository.readManifest(reference) instanceof HttpAnswer read && read.status() == 200
                ? Sha256.of(read.body())
                : null;
    }
}
