package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.BasicLogin;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who logs in to a registry, and what they may do there. The kinds of login and the claims of ACR's own tokens are as
 * documented (AAD-OAuth.md); which rights come with pull and push for the metadata is general knowledge.
 */
final class AcrLogins {
    static final String NULL_GUID = "00000000-0000-0000-0000-000000000000";
    private static final int REFRESH_SECONDS = 3 * 3600;
    private static final int ACCESS_SECONDS = 75 * 60;

    private final AcrState registry;
    private final Entra entra;
    private final RoleAssignments roles;
    private final Clock clock;
    private final Map<String, Kept<Visitor>> refresh = new ConcurrentHashMap<>();
    private final Map<String, Kept<Map<String, Set<String>>>> access = new ConcurrentHashMap<>();

    AcrLogins(AcrState registry, Entra entra, RoleAssignments roles, Clock clock) {
        this.registry = registry;
        this.entra = entra;
        this.roles = roles;
        this.clock = clock;
    }

    private record Kept<T>(T what, Instant expires) {}

    /** Somebody whom the registry knows. */
    sealed interface Visitor {
        record ByEntra(Principal principal) implements Visitor {}

        record Admin() implements Visitor {}

        record ByToken(String name, AcrDescription.Token token) implements Visitor {}

        record Nobody() implements Visitor {}
    }

    /** Whom a login names; null where it is refused. */
    @Nullable
    Visitor of(BasicLogin login) {
        if (login.user().equals(NULL_GUID)) {
            return ofRefreshToken(login.password());
        }
        if (login.user().equalsIgnoreCase(registry.name())) {
            boolean right = registry.settings().admin && login.password().equals(AcrState.ADMIN_PASSWORD);
            return right ? new Visitor.Admin() : null;
        }
        AcrDescription.Token token = registry.settings().tokens.get(login.user());
        if (token != null) {
            return token.password().equals(login.password()) ? new Visitor.ByToken(login.user(), token) : null;
        }
        return entra.principals().stream()
                .filter(each -> login.user().equals(each.clientId())
                        && each.secrets().contains(login.password())
                        && each.tenant().equals(registry.tenant()))
                .findFirst()
                .<Visitor>map(Visitor.ByEntra::new)
                .orElse(null);
    }

    @Nullable
    Visitor ofRefreshToken(String token) {
        Kept<Visitor> found = refresh.get(token);
        return found == null || found.expires().isBefore(clock.instant()) ? null : found.what();
    }

    /** A refresh token for whoever an Entra token is of; null where the registry refuses it. */
    @Nullable
    String exchange(String entraToken) {
        Entra.Issued issued = entra.known(entraToken);
        if (issued == null || !issued.principal().tenant().equals(registry.tenant())) {
            return null;
        }
        boolean forRegistries = issued.audience().startsWith("https://containerregistry.azure.net");
        if (!forRegistries && registry.settings().refusesResourceManagerTokens) {
            return null;
        }
        return roles.of(issued.principal(), registry.resourceId()).isEmpty()
                ? null
                : refreshToken(new Visitor.ByEntra(issued.principal()), REFRESH_SECONDS);
    }

    String refreshToken(Visitor visitor, int seconds) {
        Instant expires = clock.instant().plusSeconds(seconds);
        JsonObject claims = claims(visitor, expires);
        claims.addProperty("grant_type", "refresh_token");
        claims.addProperty("tenant", registry.tenant());
        String token = Jwt.of(claims);
        refresh.put(token, new Kept<>(visitor, expires));
        return token;
    }

    /** A token for what somebody may do of what they ask: repositories with actions. */
    String accessToken(Visitor visitor, Map<String, Set<String>> asked) {
        Instant expires = clock.instant().plusSeconds(ACCESS_SECONDS);
        JsonObject claims = claims(visitor, expires);
        Map<String, Set<String>> granted = new ConcurrentHashMap<>();
        asked.forEach((repository, actions) -> {
            Set<String> may = new LinkedHashSet<>(actions);
            may.retainAll(rights(visitor, repository));
            if (!may.isEmpty()) {
                granted.put(repository, may);
            }
        });
        claims.add(
                "access",
                AzureJson.array(granted.entrySet().stream()
                        .map(each -> AzureJson.object(
                                "type",
                                "repository",
                                "name",
                                each.getKey(),
                                "actions",
                                AzureJson.array(each.getValue())))
                        .toList()));
        claims.addProperty("grant_type", "access_token");
        String token = Jwt.of(claims);
        access.put(token, new Kept<>(granted, expires));
        return token;
    }

    /** Whether a token allows something; null where it is none of ours, or its time is over. */
    @Nullable
    Boolean allows(@Nullable String authorization, String repository, String action) {
        String token = authorization == null ? "" : authorization.replaceFirst("(?i)^Bearer ", "");
        Kept<Map<String, Set<String>>> found = access.get(token);
        if (found == null || found.expires().isBefore(clock.instant())) {
            return null;
        }
        return found.what().getOrDefault(repository, Set.of()).contains(action);
    }

    private Set<String> rights(Visitor visitor, String repository) {
        Set<String> rights = new LinkedHashSet<>();
        if (visitor instanceof Visitor.Admin) {
            rights.addAll(Set.of("pull", "push", "delete", "metadata_read", "metadata_write"));
        } else if (visitor instanceof Visitor.Nobody) {
            add(rights, registry.settings().anonymousPull, "pull");
        } else if (visitor instanceof Visitor.ByToken by && by.token().isFor(repository)) {
            add(rights, by.token().actions().contains("content/read"), "pull");
            add(rights, by.token().actions().contains("content/write"), "push");
            add(rights, by.token().actions().contains("metadata/read"), "metadata_read");
        } else if (visitor instanceof Visitor.ByEntra by) {
            ofRoles(rights, by.principal(), repository);
        }
        return rights;
    }

    private void ofRoles(Set<String> rights, Principal principal, String repository) {
        String id = registry.resourceId();
        if (registry.settings().byRepository) {
            String below = RoleAssignments.REPOSITORIES;
            add(rights, roles.allowData(principal, id, below + "content/read", repository), "pull");
            add(rights, roles.allowData(principal, id, below + "content/write", repository), "push");
            add(rights, roles.allowData(principal, id, below + "metadata/read", repository), "metadata_read");
        } else {
            boolean pull = roles.allow(principal, id, RoleAssignments.PULL);
            add(rights, pull, "pull");
            add(rights, pull, "metadata_read");
            add(rights, roles.allow(principal, id, RoleAssignments.PUSH), "push");
        }
    }

    private static void add(Set<String> rights, boolean has, String right) {
        if (has) {
            rights.add(right);
        }
    }

    private JsonObject claims(Visitor visitor, Instant expires) {
        return AzureJson.object(
                "sub", subject(visitor),
                "iat", clock.instant().getEpochSecond(),
                "nbf", clock.instant().getEpochSecond(),
                "exp", expires.getEpochSecond(),
                "iss", "Azure Container Registry",
                "aud", registry.host(),
                "version", "1.0");
    }

    private String subject(Visitor visitor) {
        if (visitor instanceof Visitor.ByEntra by) {
            String client = by.principal().clientId();
            return client == null ? by.principal().name() : client;
        }
        return visitor instanceof Visitor.ByToken by ? by.name() : registry.name();
    }
}
