package io.github.registrymaven.credential;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.ArrayList;
import java.util.List;

/** What looking for a host's credential yields. {@code lookedAt} names every place asked, in order. */
public sealed interface CredentialLookup {
    List<String> lookedAt();

    /** The same, with the places that had been looked at before. */
    default CredentialLookup after(List<String> before) {
        List<String> all = new ArrayList<>(before);
        all.addAll(lookedAt());
        if (this instanceof Found found) {
            return new Found(found.found(), all);
        }
        return this instanceof Failed failed
                ? new Failed(failed.cause(), failed.summary(), failed.evidence(), failed.remedies(), all)
                : new None(all);
    }

    /** The first place that had one. */
    record Found(FoundCredential found, List<String> lookedAt) implements CredentialLookup {
        public Found {
            lookedAt = List.copyOf(lookedAt);
        }
    }

    /** No place had one. */
    record None(List<String> lookedAt) implements CredentialLookup {
        public None {
            lookedAt = List.copyOf(lookedAt);
        }
    }

    /**
     * A place that should have had one could not be read: the search ends there, as a wrong guess would be worse.
     *
     * @param cause such as {@link Cause#CREDENTIAL_HELPER_FAILED}
     * @param summary what failed, naming the place, in one sentence
     * @param evidence what was seen, such as the helper's own words; never a secret
     * @param remedies what to do about it
     */
    record Failed(Cause cause, String summary, List<String> evidence, List<Remedy> remedies, List<String> lookedAt)
            implements CredentialLookup {
        public Failed {
            evidence = List.copyOf(evidence);
            remedies = List.copyOf(remedies);
            lookedAt = List.copyOf(lookedAt);
        }

        /** With what to do about it in one sentence. */
        public Failed(Cause cause, String summary, List<String> evidence, String remedy, List<String> lookedAt) {
            this(cause, summary, evidence, List.of(new Remedy(remedy, List.of(), List.of())), lookedAt);
        }
    }
}
