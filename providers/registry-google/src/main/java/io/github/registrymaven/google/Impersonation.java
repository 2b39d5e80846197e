package io.github.registrymaven.google;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.iam.v1.Iam;
import com.google.api.services.iam.v1.model.TestIamPermissionsRequest;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.RegistryHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** IAM's own answers: may somebody have tokens of a service account, and what does a role hold? */
final class Impersonation {
    private static final String TOKEN = "iam.serviceAccounts.getAccessToken";

    private final RegistryHttp http;
    private final Destinations destinations;

    Impersonation(RegistryHttp http, Destinations destinations) {
        this.http = http;
        this.destinations = destinations;
    }

    /** What is told of credentials that may not become a service account: it outranks whatever that account may do. */
    Trouble denied(Session session, String account, CredentialFile source, Trouble refusal)
            throws InterruptedException {
        Boolean may = mayHaveTokens(session, account);
        List<String> seen = new ArrayList<>(refusal.evidence());
        seen.add("the credentials are those of " + session.words());
        seen.add(
                may == null
                        ? "IAM does not say whether they may have tokens of the account: it is hidden, or does not exist"
                        : may
                                ? "IAM says that they may have tokens of the account; a deny policy, or a role that was"
                                        + " given within the last minutes, can disagree"
                                : "IAM says that " + TOKEN + " is missing on the account");
        Trouble trouble = new Trouble(
                Cause.PERMISSION_DENIED,
                session.words() + " may not act as " + account,
                seen,
                List.of(),
                Trouble.DENIED);
        String member = session.member() == null ? memberOf(source) : session.member();
        boolean federated = source.type().equals("external_account");
        return trouble.mendedBy(List.of(new Remedy(
                "Allow it to act as this one service account",
                List.of("gcloud iam service-accounts add-iam-policy-binding " + Words.argument(account) + " --member="
                        + Words.argument(member) + " --role="
                        + (federated ? "roles/iam.workloadIdentityUser" : "roles/iam.serviceAccountTokenCreator")),
                List.of())));
    }

    private static String memberOf(CredentialFile source) {
        String pool = source.pool();
        return pool == null ? "MEMBER" : "principal://iam.googleapis.com/" + pool + "/subject/SUBJECT";
    }

    /** Null where IAM does not say. */
    private @Nullable Boolean mayHaveTokens(Session session, String account) throws InterruptedException {
        try {
            List<String> granted = iam(session)
                    .projects()
                    .serviceAccounts()
                    .testIamPermissions(
                            "projects/-/serviceAccounts/" + account,
                            new TestIamPermissionsRequest().setPermissions(List.of(TOKEN)))
                    .execute()
                    .getPermissions();
            return granted != null && granted.contains(TOKEN);
        } catch (IOException | RuntimeException refused) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return null;
        }
    }

    /** The permissions of a role; null where IAM does not say. */
    @Nullable
    Set<String> permissions(Session session, String role) throws InterruptedException {
        try {
            List<String> held = iam(session).roles().get(role).execute().getIncludedPermissions();
            return held == null ? null : Set.copyOf(held);
        } catch (IOException | RuntimeException refused) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return null;
        }
    }

    private Iam iam(Session session) {
        return new Iam.Builder(
                        new EngineTransport(http, destinations, Set.of()),
                        GsonFactory.getDefaultInstance(),
                        (HttpRequest request) -> {
                            request.getHeaders()
                                    .setAuthorization(
                                            "Bearer " + session.token().reveal());
                            request.setNumberOfRetries(0);
                        })
                .setRootUrl(destinations.of(Destinations.IAM) + "/")
                .setApplicationName("registry-maven")
                .build();
    }
}
