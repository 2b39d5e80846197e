package io.github.registrymaven.google;

import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.SurveyRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Google's services are reached from here: as gcloud is told ({@code CLOUDSDK_API_ENDPOINT_OVERRIDES_…}), as the user
 * says in {@code registry.endpoints}, otherwise where Google has them. Credentials go to these and to no other host, whatever
 * a credential file says.
 */
final class Destinations {
    static final String ARTIFACT_REGISTRY = "artifactregistry";
    static final String IAM = "iam";
    static final String RESOURCE_MANAGER = "cloudresourcemanager";
    static final String OAUTH = "oauth2";

    private static final String GOOGLE = "googleapis.com";
    /** The cloud that S3NS runs in France. */
    private static final String S3NS = "s3nsapis.fr";

    private static final List<String> OVERRIDDEN = List.of(ARTIFACT_REGISTRY, IAM, RESOURCE_MANAGER);

    private final GoogleSettings settings;
    private final RegistryHttp http;
    private final Map<String, URI> endpoints;
    private final String universe;

    Destinations(GoogleSettings settings, SurveyRequest request) {
        this.settings = settings;
        this.http = request.http();
        this.endpoints = request.endpoints();
        String named = settings.variable("GOOGLE_CLOUD_UNIVERSE_DOMAIN");
        this.universe = named != null ? named : request.host().endsWith(".s3nsregistry.fr") ? S3NS : GOOGLE;
    }

    /** What the user named as an endpoint and is none; null where all are. */
    @Nullable
    String badEndpoint() {
        for (String service : OVERRIDDEN) {
            String said = override(service);
            if (said != null && !said.matches("https?://[A-Za-z0-9.:\\[\\]_-]+/?")) {
                return said.contains("@") ? "a URL with a login in it" : Json.line(said);
            }
        }
        return null;
    }

    /** The address of a service, without a slash at its end. */
    URI of(String service) {
        String said = override(service);
        return said == null
                ? reached(URI.create("https://" + service + "." + universe))
                : URI.create(said.replaceFirst("/$", ""));
    }

    /** The same request where its host is really reached. */
    URI reached(URI asked) {
        URI endpoint = endpoints.get(asked.getHost());
        if (endpoint == null) {
            return asked;
        }
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + asked.getRawPath() + query);
    }

    /** Whether credentials may go where a file or a library names: to Google, or where the user sends Google's requests. */
    boolean mayReceiveCredentials(URI named) {
        String host = named.getHost() == null ? "" : named.getHost().toLowerCase(Locale.ROOT);
        if ("http".equals(named.getScheme())) {
            return http.mayReceiveCredentials(named);
        }
        return "https".equals(named.getScheme())
                && (isBelow(host, GOOGLE) || isBelow(host, universe) || isBelow(host, S3NS) || isNamed(named));
    }

    private boolean isNamed(URI named) {
        if (endpoints.containsKey(named.getHost())) {
            return true;
        }
        String authority = named.getRawAuthority();
        return endpoints.values().stream()
                        .anyMatch(endpoint -> endpoint.getRawAuthority().equals(authority))
                || OVERRIDDEN.stream()
                        .map(this::override)
                        .anyMatch(said -> said != null
                                && URI.create(said).getRawAuthority().equals(authority));
    }

    private static boolean isBelow(String host, String domain) {
        return host.endsWith("." + domain);
    }

    private @Nullable String override(String service) {
        return settings.property("api_endpoint_overrides", service);
    }
}
