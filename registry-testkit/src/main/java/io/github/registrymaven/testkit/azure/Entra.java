package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.SideDoor;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Entra's token endpoint and the one of a machine's managed identity. Requests and the AADSTS codes are as documented;
 * of the texts only the code and its first sentence are.
 */
final class Entra {
    private static final Pattern TOKEN = Pattern.compile("/(?<tenant>[^/]+)/oauth2/v2\\.0/token");
    private static final String MANAGED = "/metadata/identity/oauth2/token";
    private static final int LIFE_SECONDS = 3600;

    private final String home;
    private final Clock clock;
    private final Map<String, Principal> principals = new ConcurrentSkipListMap<>();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private volatile @Nullable String managed;

    Entra(String home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** A token that was given out. */
    record Issued(Principal principal, String audience, Instant expires) {}

    void add(Principal principal) {
        principals.put(principal.name(), principal);
    }

    /** Whose tokens this machine gives out. */
    void managedIdentity(String name) {
        managed = name;
    }

    Principal principal(String name) {
        Principal known = principals.get(name);
        if (known == null) {
            throw new IllegalArgumentException("The cloud has nobody called " + name + ".");
        }
        return known;
    }

    Collection<Principal> principals() {
        return principals.values();
    }

    /** Whose token it is, and what for; null where it is none of ours or its time is over. */
    @Nullable
    Issued known(String token) {
        Issued found = issued.get(token);
        return found == null || found.expires().isBefore(clock.instant()) ? null : found;
    }

    SideDoor.@Nullable Answer answer(SideDoor.Request request) {
        if (request.path().equals(MANAGED)) {
            return managed(request);
        }
        Matcher token = TOKEN.matcher(request.path());
        return token.matches() && request.method().equals("POST") ? token(request, token.group("tenant")) : null;
    }

    private SideDoor.Answer managed(SideDoor.Request request) {
        String name = managed;
        if (!"true".equalsIgnoreCase(request.headers().first("Metadata"))) {
            return AzureJson.entraError(400, "invalid_request", 0, "Required metadata header not specified");
        }
        if (name == null) {
            return new SideDoor.Answer(
                    400,
                    AzureJson.object("error", "invalid_request", "error_description", "Identity not found")
                            .toString());
        }
        Principal principal = principal(name);
        JsonObject body = AzureJson.object(
                "access_token",
                issue(principal, request.parameter("resource")),
                "expires_in",
                String.valueOf(LIFE_SECONDS),
                "expires_on",
                String.valueOf(clock.instant().getEpochSecond() + LIFE_SECONDS),
                "resource",
                request.parameter("resource"),
                "token_type",
                "Bearer");
        return new SideDoor.Answer(200, body.toString());
    }

    private SideDoor.Answer token(SideDoor.Request request, String tenant) {
        boolean known = tenant.equals(home)
                || principals.values().stream().anyMatch(each -> each.tenant().equals(tenant));
        if (!known) {
            return AzureJson.entraError(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found.");
        }
        String client = request.field("client_id");
        Principal principal = principals.values().stream()
                .filter(each -> client.equals(each.clientId()) && each.tenant().equals(tenant))
                .findFirst()
                .orElse(null);
        if (principal == null) {
            return AzureJson.entraError(
                    400,
                    "unauthorized_client",
                    700016,
                    "Application with identifier '" + client + "' was not found in the directory '" + tenant + "'.");
        }
        SideDoor.Answer refusal = refusal(request, principal);
        if (refusal != null) {
            return refusal;
        }
        String audience = audience(request.field("scope"));
        return new SideDoor.Answer(
                200,
                AzureJson.object(
                                "token_type",
                                "Bearer",
                                "expires_in",
                                LIFE_SECONDS,
                                "ext_expires_in",
                                LIFE_SECONDS,
                                "access_token",
                                issue(principal, audience))
                        .toString());
    }

    /** MSAL asks for scopes of OpenID beside it, in any order. */
    private static String audience(String scopes) {
        return Stream.of(scopes.split(" ", -1))
                .filter(scope -> scope.endsWith(".default"))
                .findFirst()
                .orElse("")
                .replaceAll("/?\\.default$", "");
    }

    private static SideDoor.@Nullable Answer refusal(SideDoor.Request request, Principal principal) {
        String assertion = request.field("client_assertion");
        String secret = request.field("client_secret");
        if (!assertion.isEmpty()) {
            return principal.assertions().contains(assertion)
                    ? null
                    : AzureJson.entraError(
                            401,
                            "invalid_client",
                            700213,
                            "No matching federated identity record found for presented assertion.");
        }
        if (principal.expired().contains(secret)) {
            return AzureJson.entraError(
                    401,
                    "invalid_client",
                    7000222,
                    "The provided client secret keys for app '" + principal.clientId() + "' are expired.");
        }
        return principal.secrets().contains(secret)
                ? null
                : AzureJson.entraError(401, "invalid_client", 7000215, "Invalid client secret provided.");
    }

    /** A token, with the claims that Entra documents for its version 1.0. */
    String issue(Principal principal, String audience) {
        Instant now = clock.instant();
        Instant expires = now.plusSeconds(LIFE_SECONDS);
        JsonObject claims = AzureJson.object(
                "aud", audience,
                "iss", "https://sts.windows.net/" + principal.tenant() + "/",
                "iat", now.getEpochSecond(),
                "nbf", now.getEpochSecond(),
                "exp", expires.getEpochSecond(),
                "oid", principal.objectId(),
                "sub", principal.objectId(),
                "tid", principal.tenant(),
                "idtyp", principal.kind() == Principal.Kind.USER ? "user" : "app");
        if (principal.kind() == Principal.Kind.USER) {
            claims.addProperty("upn", principal.name());
        } else {
            claims.addProperty("appid", principal.clientId());
        }
        String token = Jwt.of(claims);
        issued.put(token, new Issued(principal, audience, expires));
        return token;
    }
}
