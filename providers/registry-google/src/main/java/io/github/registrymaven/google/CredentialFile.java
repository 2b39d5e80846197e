package io.github.registrymaven.google;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of credentials in one of the forms that Google's libraries take.
 *
 * @param place where it is, for messages
 */
record CredentialFile(JsonObject json, String place) {
    private static final Pattern IMPERSONATION = Pattern.compile(".*/serviceAccounts/([^/:]+):generateAccessToken");
    private static final Pattern AUDIENCE =
            Pattern.compile("//iam\\.googleapis\\.com/(.+/workloadIdentityPools/[^/]+)/providers/[^/]+");
    private static final Map<String, String> FORMS = Map.of(
            "service_account", "key file",
            "authorized_user", "gcloud's user credentials",
            "external_account", "workload identity federation",
            "external_account_authorized_user", "workforce identity federation",
            "impersonated_service_account", "impersonated service account");
    private static final String IMPERSONATION_URL = "service_account_impersonation_url";

    /** Null where the text is none. */
    static @Nullable CredentialFile parse(String text, String place) {
        JsonObject json = Json.object(text);
        return json == null ? null : new CredentialFile(json, place);
    }

    String type() {
        return Json.text(json, "type");
    }

    boolean isKnown() {
        return FORMS.containsKey(type());
    }

    /** What it is, and where. */
    String origin() {
        return FORMS.getOrDefault(type(), "credentials") + " " + place;
    }

    /** The service account that other credentials become; null where none do. */
    @Nullable
    String impersonated() {
        Matcher matcher = IMPERSONATION.matcher(Json.text(json, IMPERSONATION_URL));
        return matcher.matches() ? Json.line(matcher.group(1)) : null;
    }

    /** Whose it is, as far as the file says so itself. */
    @Nullable
    String member() {
        String account = impersonated();
        if (account != null) {
            return Session.member(account);
        }
        return switch (type()) {
            case "service_account" -> {
                String email = Json.line(Json.text(json, "client_email"));
                yield email.isEmpty() ? null : Session.member(email);
            }
            case "external_account" -> federated();
            default -> null;
        };
    }

    /** The pool of a federated identity; null for any other. */
    @Nullable
    String pool() {
        Matcher matcher = AUDIENCE.matcher(Json.text(json, "audience"));
        return matcher.matches() ? Json.line(matcher.group(1)) : null;
    }

    /** What is to be said of a federated identity that cannot be named. */
    List<String> notes() {
        String pool = pool();
        return pool == null || member() != null
                ? List.of()
                : List.of("it is a federated identity of " + pool + ", whose subject Google does not tell");
    }

    /** A pool may map a token's claims to a subject as it likes; the usual mapping is of {@code sub}. */
    private @Nullable String federated() {
        String pool = pool();
        String subject = SubjectToken.subject(json);
        return pool == null || subject == null
                ? null
                : "principal://iam.googleapis.com/" + pool + "/subject/" + subject;
    }

    /** The credentials that become the service account; null where none do. */
    @Nullable
    CredentialFile source() {
        CredentialFile nested = nested();
        if (nested != null) {
            return nested;
        }
        if (impersonated() == null) {
            return null;
        }
        JsonObject bare = json.deepCopy();
        bare.remove(IMPERSONATION_URL);
        return new CredentialFile(bare, place);
    }

    /** Those that it holds; null where it holds none. */
    @Nullable
    CredentialFile nested() {
        JsonObject nested = Json.object(json, "source_credentials");
        return nested == null ? null : new CredentialFile(nested, "in " + place);
    }

    @Nullable
    String quotaProject() {
        String project = Json.text(json, "quota_project_id");
        return project.matches("[a-z0-9.:-]{3,80}") ? project : null;
    }

    /** The project of a service account's key, for messages; empty for other forms. */
    String project() {
        return type().equals("service_account") ? Json.line(Json.text(json, "project_id")) : "";
    }

    /** A host to which it would send credentials although they may not go there; null where there is none. */
    @Nullable
    String strayHost(Destinations destinations) {
        for (String name : List.of("token_uri", "token_url", "token_info_url", IMPERSONATION_URL)) {
            String said = Json.text(json, name);
            if (!said.isEmpty() && !isAllowed(said, destinations)) {
                return Json.line(said.length() > 120 ? said.substring(0, 120) : said);
            }
        }
        CredentialFile nested = nested();
        return nested == null ? null : nested.strayHost(destinations);
    }

    private static boolean isAllowed(String said, Destinations destinations) {
        try {
            return destinations.mayReceiveCredentials(URI.create(said));
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    /** The hosts that it names as where the token of another identity provider is. */
    Set<String> sourceHosts() {
        Set<String> hosts = new HashSet<>();
        JsonObject source = Json.object(json, "credential_source");
        if (source != null) {
            for (Map.Entry<String, JsonElement> each : source.entrySet()) {
                if (each.getValue() instanceof JsonPrimitive value && value.isString()) {
                    addHost(hosts, value.getAsString());
                }
            }
        }
        CredentialFile nested = nested();
        if (nested != null) {
            hosts.addAll(nested.sourceHosts());
        }
        return hosts;
    }

    private static void addHost(Set<String> hosts, String said) {
        // AWS's has {region} in it, which is no part of a URL.
        String url = said.replace("{region}", "region");
        try {
            URI uri = URI.create(url);
            if (url.startsWith("http") && uri.getHost() != null) {
                hosts.add(uri.getHost());
            }
        } catch (IllegalArgumentException noUrl) {
            // Then no host is named.
        }
    }
}
