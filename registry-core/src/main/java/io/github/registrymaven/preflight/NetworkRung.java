package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.oci.OciErrors;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/** Can the registry be spoken to, and is it one? */
final class NetworkRung implements Rung {
    @Override
    public Stage stage() {
        return Stage.NETWORK;
    }

    @Override
    public String id() {
        return "registry-reachable";
    }

    @Override
    public Finding judge(Observation seen) {
        if (seen.reach() instanceof Reach.Unreachable unreachable) {
            return unreachable(seen, unreachable.fault());
        }
        Reach.Reached reached = (Reach.Reached) seen.reach();
        HttpOutcome ping = seen.ping() == null ? reached.ping() : seen.ping();
        return ping instanceof NetworkFault fault
                ? unreachable(seen, fault)
                : answered(seen, reached, (HttpAnswer) ping);
    }

    private Finding unreachable(Observation seen, NetworkFault fault) {
        Finding finding = seen.leavesOpen(fault)
                ? unknown("whether " + seen.repository() + " can be pushed is not known: " + fault.summary())
                : fail(seen.repository() + " cannot be pushed: " + fault.summary());
        return finding.because(fault.cause()).seeing(seen.told(fault));
    }

    private Finding answered(Observation seen, Reach.Reached reached, HttpAnswer answer) {
        String host = seen.image().host();
        String line = Evidence.of("GET", answer);
        if (answer.status() == 429) {
            return unknown(host + " answers that it gets too many requests, twice")
                    .because(Cause.RATE_LIMITED)
                    .seeing(line);
        }
        if (answer.status() >= 500) {
            return fail(seen.repository() + " cannot be pushed: its registry answers with an error of its own")
                    .because(Cause.REGISTRY_SERVER_ERROR)
                    .seeing(line);
        }
        if (takesPushes(seen)) {
            return reachable(seen, reached, line);
        }
        if (seen.image().kind() == RegistryKind.GENERIC && NoRegistry.isSeenIn(answer, seen.uploadAnswer())) {
            return noRegistry(seen, answer);
        }
        if (isPageForPeople(answer)) {
            return fail(seen.repository() + " cannot be pushed: something else than a registry answers")
                    .because(Cause.NETWORK_RESTRICTED)
                    .seeing(line, "a sign-in page of the network, or another service on this port, looks like this");
        }
        if (answer.status() == 403) {
            return fail(seen.repository() + " cannot be pushed: its registry refuses every request from here")
                    .because(Cause.NETWORK_RESTRICTED)
                    .seeing(line);
        }
        return reachable(seen, reached, line);
    }

    private Finding noRegistry(Observation seen, HttpAnswer ping) {
        HttpAnswer upload = seen.uploadAnswer();
        String why = ": its host does not answer as a registry";
        Finding finding = upload == null
                ? unknown("whether " + seen.repository() + " can be pushed is not known" + why)
                : fail(seen.repository() + " cannot be pushed" + why);
        return finding.because(Cause.UNKNOWN)
                .seeing(Evidence.of("GET", ping))
                .seeing(upload == null ? List.of() : List.of(Evidence.of("POST", upload)))
                .seeing(NoRegistry.evidence(ping))
                .mendedBy(NoRegistry.remedies(ping));
    }

    private Finding reachable(Observation seen, Reach.Reached reached, String line) {
        String host = seen.image().host();
        boolean forDocker = seen.terms().insecure() && seen.terms().login() instanceof PushLogin.Anybody;
        String leave = forDocker ? "which docker allows on the loopback interface" : "which is allowed here";
        String how = switch (reached.protection()) {
            case TLS -> host + " answers over TLS";
            case UNVERIFIED_TLS -> host + " answers over TLS, its certificate unverified, " + leave;
            case PLAIN -> host + " answers over plain http, " + leave;
        };
        Finding reachable = pass(how).seeing(line);
        return forDocker && reached.protection() != Reach.Protection.TLS
                ? reachable.notProving("another tool than docker takes it")
                : reachable;
    }

    /**
     * What a push asks for outweighs {@code /v2/}, which some registries show to nobody, or not at all: an upload was opened, or
     * is opened to who logs in. Docker's daemon does not mind what {@code /v2/} answers either; jib goes on after 401 only
     * ({@code AuthenticationMethodRetriever}).
     */
    private static boolean takesPushes(Observation seen) {
        HttpAnswer upload = seen.uploadAnswer();
        return upload != null
                && !seen.terms().byJib()
                && (upload.status() == 202
                        || (upload.status() == 401
                                && upload.headers()
                                        .firstValue("www-authenticate")
                                        .isPresent()));
    }

    private static boolean isPageForPeople(HttpAnswer answer) {
        return !NoRegistry.saysThatItIsOne(answer) && OciErrors.of(answer).html();
    }
}
