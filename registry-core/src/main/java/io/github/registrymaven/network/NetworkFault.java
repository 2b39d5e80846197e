package io.github.registrymaven.network;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No answer came.
 *
 * @param cause such as {@link Cause#REGISTRY_UNREACHABLE_DNS}
 * @param dialled what was dialled when it failed: {@code 10.0.0.1:443}, or the proxy
 * @param summary what happened, one sentence without the reference in it
 * @param evidence what was seen, one line each, such as addresses and the certificate's subject and issuer
 * @param doubt why others may come through all the same; null where nothing speaks for it
 */
public record NetworkFault(
        Cause cause,
        String dialled,
        String summary,
        List<String> evidence,
        @Nullable Doubt doubt) implements HttpOutcome {
    public NetworkFault {
        evidence = List.copyOf(evidence);
    }

    /** One that meets whoever comes from here. */
    public NetworkFault(Cause cause, String dialled, String summary, List<String> evidence) {
        this(cause, dialled, summary, evidence, null);
    }

    NetworkFault doubting(Doubt.Of what, String why) {
        return new NetworkFault(cause, dialled, summary, evidence, new Doubt(what, why));
    }
}
