package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error in the format of {@code google.rpc.Status}. Its {@code ErrorInfo} is what counts; the message only where there is
 * none.
 *
 * @see <a href="https://google.aip.dev/193">AIP-193</a>
 */
final class RpcError {
    private static final Pattern PERIMETER = Pattern.compile("vpcServiceControlsUniqueIdentifier: *([\\w-]{4,100})");

    private final HttpAnswer answer;
    private final String status;
    private final String message;
    private final String reason;
    private final @Nullable JsonObject metadata;

    private RpcError(HttpAnswer answer, @Nullable JsonObject error) {
        this.answer = answer;
        this.status = Json.text(error, "status");
        this.message = Json.line(Json.text(error, "message"));
        JsonObject info = Json.objects(error, "details").stream()
                .filter(detail -> Json.text(detail, "@type").endsWith("google.rpc.ErrorInfo"))
                .findFirst()
                .orElse(null);
        this.reason = Json.text(info, "reason");
        this.metadata = info == null ? null : Json.object(info, "metadata");
    }

    /** Reads an answer that is no success. */
    static Trouble in(HttpAnswer answer) {
        JsonObject body = Json.object(answer.text());
        if (body == null && looksLikeAPage(answer)) {
            String authority = answer.uri().getRawAuthority();
            return Trouble.of(
                    Cause.NETWORK_RESTRICTED,
                    "something else than Google answers at " + authority,
                    authority + " answered " + answer.status() + " with a page for people",
                    "a proxy that filters, or a sign-in page of the network, looks like this");
        }
        return new RpcError(answer, body == null ? null : Json.object(body, "error")).trouble();
    }

    /** Google's API answers in JSON, whatever happens. */
    static boolean looksLikeAPage(HttpAnswer answer) {
        String type = answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || answer.text().stripLeading().startsWith("<");
    }

    private Trouble trouble() {
        Matcher perimeter = PERIMETER.matcher(message);
        boolean named = perimeter.find();
        if (named || reason.equals("SECURITY_POLICY_VIOLATED")) {
            String id = Json.text(metadata, "uid");
            return perimeter(id.isEmpty() && named ? String.valueOf(perimeter.group(1)) : id);
        }
        return switch (reason) {
            case "SERVICE_DISABLED" ->
                named(Cause.API_DISABLED, "the API is not enabled")
                        .seeing(consumer())
                        .mendedBy(activation());
            // The vocabulary has no word of its own for it; the API is off for want of somebody who pays.
            case "BILLING_DISABLED" ->
                named(Cause.API_DISABLED, "billing is not enabled")
                        .seeing(consumer())
                        .mendedBy(List.of(new Remedy(
                                "Give the project a billing account",
                                List.of("gcloud billing projects link PROJECT --billing-account=ACCOUNT"),
                                List.of())));
            case "CONSUMER_INVALID", "CONSUMER_SUSPENDED" ->
                named(
                        Cause.PROJECT_OR_ACCOUNT_NOT_FOUND,
                        reason.equals("CONSUMER_SUSPENDED")
                                ? "the project is suspended"
                                : "there is no such project, or it is hidden from this identity");
            case "USER_PROJECT_DENIED" ->
                named(Cause.UNKNOWN, "the quota project of the credentials may not be used by this identity");
            case "ACCESS_TOKEN_SCOPE_INSUFFICIENT" ->
                named(Cause.PERMISSION_DENIED, "the token is not good for this: its scopes leave out cloud-platform")
                        .mendedBy(List.of(new Remedy(
                                "Let the machine's account have the scope; the machine has to be stopped for it",
                                List.of(
                                        "gcloud compute instances set-service-account INSTANCE --scopes=cloud-platform"),
                                List.of())));
            case "ACCESS_TOKEN_EXPIRED" -> named(Cause.CREDENTIALS_EXPIRED, "the token has expired");
            default -> byStatus();
        };
    }

    private Trouble byStatus() {
        int code = answer.status();
        if (code == 401) {
            return named(Cause.CREDENTIALS_REJECTED, "Google does not take the token");
        }
        // Whatever else answers at an endpoint that was set wrongly has no such method, and says nothing about
        // repositories.
        if (code == 404 && status.equals(Trouble.ABSENT) && !message.startsWith("Method")) {
            return named(Cause.REPOSITORY_NOT_FOUND, "it does not exist", Trouble.ABSENT);
        }
        if (code == 409 && status.equals(Trouble.PRESENT)) {
            return named(Cause.UNKNOWN, "it exists already", Trouble.PRESENT);
        }
        if (code == 429) {
            return named(Cause.RATE_LIMITED, "Google answers that it gets too many requests, twice");
        }
        if (code == 403) {
            return named(Cause.PERMISSION_DENIED, "Google refuses the question", Trouble.DENIED);
        }
        return code >= 500
                ? named(Cause.REGISTRY_SERVER_ERROR, "Google answers with an error, twice")
                : named(Cause.UNKNOWN, "the answer could not be understood");
    }

    private Trouble perimeter(String id) {
        return named(Cause.NETWORK_RESTRICTED, "VPC Service Controls refuse the request")
                .mendedBy(List.of(new Remedy(
                        "Give the keepers of the organisation's service perimeter this identifier; it leads them to the"
                                + " request: " + (id.isEmpty() ? "(none was told)" : Json.line(id)),
                        List.of(),
                        List.of())));
    }

    private List<String> consumer() {
        String consumer = Json.text(metadata, "consumer");
        return consumer.isEmpty() ? List.of() : List.of("Google names " + Json.line(consumer));
    }

    private List<Remedy> activation() {
        String service = Json.text(metadata, "service");
        String consumer = Json.text(metadata, "consumer").replaceFirst("^projects/", "");
        boolean safe = service.matches("[a-z0-9.-]{3,80}") && consumer.matches("[a-z0-9.:-]{3,80}");
        return safe
                ? List.of(new Remedy(
                        "Switch the API on",
                        List.of("gcloud services enable " + service + " --project=" + consumer),
                        List.of()))
                : List.of();
    }

    private Trouble named(Cause cause, String summary) {
        return named(cause, summary, reason);
    }

    private Trouble named(Cause cause, String summary, String as) {
        List<String> seen = new ArrayList<>();
        String name = reason.isEmpty() ? status : reason;
        seen.add("Google answered " + answer.status() + (name.isEmpty() ? "" : " " + Json.line(name))
                + (message.isEmpty() ? "" : ": " + message));
        return new Trouble(cause, summary, seen, List.of(), as);
    }
}
