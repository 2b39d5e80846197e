package io.github.registrymaven.network;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;

/**
 * No answer came.
 *
 * @param cause such as {@link Cause#REGISTRY_UNREACHABLE_DNS}
 * @param dialled what was dialled when it failed: {@code 10.0.0.1:443}, or the proxy
 * @param summary what happened, one sentence without the reference in it
 * @param evidence what was seen, one line each, such as addresses and the certificate's subject and issuer
 */
public record NetworkFault(Cause cause, String dialled, String summary, List<String> evidence) implements HttpOutcome {
    public NetworkFault {
        evidence = List.copyOf(evidence);
    }
}
