package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The account of a machine on Google Cloud, from its metadata server: without proxies, as it is on the machine's own link,
 * and never for longer than two seconds, as elsewhere nobody may answer at all.
 */
final class MetadataServer {
    static final String ORIGIN = "the metadata server of this machine";
    private static final Duration MOST = Duration.ofSeconds(2);
    /**
     * What GKE calls an account of Kubernetes that becomes none of Google's: the cluster's pool, which is nobody's address.
     *
     * @see <a href="https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity">Workload Identity Federation for
     *     GKE</a>
     */
    private static final String POOL = ".svc.id.goog";

    private static final String ACCOUNT = "/computeMetadata/v1/instance/service-accounts/default/";

    private final GoogleSettings settings;

    MetadataServer(GoogleSettings settings) {
        this.settings = settings;
    }

    private String host() {
        String named = settings.variable("GCE_METADATA_HOST");
        return named == null ? "metadata.google.internal" : named;
    }

    Answer<Session> session() throws InterruptedException {
        String host = host();
        if (!host.matches("[A-Za-z0-9.:\\[\\]-]+")) {
            return Answer.none(Trouble.of(Cause.UNKNOWN, "GCE_METADATA_HOST names no host"));
        }
        Machine bare = new Machine(
                Map.of(),
                Map.of(),
                settings.machine().home(),
                settings.machine().clock());
        NetworkOptions direct = new NetworkOptions(bare, List.of(), Set.of(host), Map.of(), MOST);
        try (RegistryHttp http = RegistryHttp.open(direct, Deadline.in(MOST))) {
            HttpOutcome email = ask(http, host, "email");
            if (email instanceof NetworkFault fault) {
                return Answer.none(Trouble.of(
                        Cause.CREDENTIALS_MISSING,
                        "this machine has no Google credentials",
                        host + " does not answer as a metadata server: " + fault.summary()));
            }
            HttpAnswer told = (HttpAnswer) email;
            boolean google =
                    told.headers().firstValue("metadata-flavor").orElse("").equals("Google");
            String address = told.text().strip();
            if (!google || told.status() != 200 || !address.matches("[A-Za-z0-9@.:_-]{3,300}")) {
                return Answer.none(Trouble.of(
                        Cause.CREDENTIALS_MISSING,
                        google ? "this machine has no service account" : "this machine has no Google credentials",
                        host + " answered " + told.status() + (google ? "" : ", and not as a metadata server does")));
            }
            return token(http, host, address);
        }
    }

    private Answer<Session> token(RegistryHttp http, String host, String email) throws InterruptedException {
        HttpOutcome outcome = ask(http, host, "token");
        if (!(outcome instanceof HttpAnswer answer) || answer.status() != 200) {
            return Answer.none(Trouble.of(
                    Cause.UNKNOWN, "the metadata server gives no token for " + email, host + " was asked for one"));
        }
        JsonObject json = Json.object(answer.text());
        String token = Json.text(json, "access_token");
        if (token.isEmpty()) {
            return Answer.none(Trouble.of(
                    Cause.UNKNOWN, "the metadata server's token could not be understood", host + " was asked"));
        }
        String seconds = Json.text(json, "expires_in");
        Instant expires = seconds.matches("\\d{1,6}")
                ? settings.machine().clock().instant().plusSeconds(Long.parseLong(seconds))
                : null;
        return new Answer.Given<>(
                email.endsWith(POOL)
                        ? new Session(Secret.of(token), null, ORIGIN, expires, null, List.of(ofPool(email)))
                        : new Session(Secret.of(token), Session.member(email), ORIGIN, expires, null, List.of()));
    }

    private static String ofPool(String pool) {
        return "it is a workload of GKE that becomes no service account of Google's; a binding names it"
                + " principal://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/" + pool
                + "/subject/ns/NAMESPACE/sa/ACCOUNT";
    }

    private static HttpOutcome ask(RegistryHttp http, String host, String what) throws InterruptedException {
        return http.send(new HttpCall(
                "GET", URI.create("http://" + host + ACCOUNT + what), Map.of("Metadata-Flavor", "Google"), null, null));
    }
}
