package io.github.registrymaven.testkit.azure;

import io.github.registrymaven.testkit.BasicLogin;
import io.github.registrymaven.testkit.ControlPlane;
import io.github.registrymaven.testkit.Operation;
import io.github.registrymaven.testkit.Refused;
import io.github.registrymaven.testkit.SideDoor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The registry's own host: who comes in, {@code /oauth2/exchange} and {@code /oauth2/token} (AAD-OAuth.md). The refusals of
 * the firewall, of a login and of a locked tag are in the words that users report; that the lock of a repository or manifest
 * refuses the tag, and not the upload before it, is general knowledge.
 */
final class AcrDoor implements ControlPlane, SideDoor {
    private static final String WORDS =
            "authentication required, visit https://aka.ms/acr/authorization for more information.";

    private final AcrState registry;
    private final AcrLogins logins;
    private final AcrData data;

    AcrDoor(AcrState registry, AcrLogins logins) {
        this.registry = registry;
        this.logins = logins;
        this.data = new AcrData(registry, logins);
    }

    @Override
    public void admit(@Nullable String authorization) throws Refused {
        checkFirewall();
        if (logins.allows(authorization, "", "") == null) {
            throw challenge(null);
        }
    }

    @Override
    public void allow(@Nullable String authorization, String repository, Operation operation) throws Refused {
        checkFirewall();
        String action = action(operation);
        Boolean allowed = logins.allows(authorization, repository, action);
        if (allowed == null || !allowed) {
            throw challenge("repository:" + repository + ":" + (action.equals("pull") ? "pull" : "pull,push"));
        }
    }

    private void checkFirewall() throws Refused {
        String seen = registry.settings().firewallSees;
        if (seen != null) {
            throw new Refused(
                    403,
                    "DENIED",
                    "client with IP '" + seen
                            + "' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.");
        }
    }

    private static String action(Operation operation) {
        return switch (operation) {
            case OPEN_UPLOAD, SEND_UPLOAD, FINISH_UPLOAD, LOOK_AT_UPLOAD, CANCEL_UPLOAD, PUT_MANIFEST -> "push";
            case DELETE_BLOB, DELETE_MANIFEST -> "delete";
            case LOOK_FOR_BLOB, READ_BLOB, READ_MANIFEST, LIST_TAGS, LIST_REFERRERS -> "pull";
        };
    }

    private Refused challenge(@Nullable String scope) {
        String realm = registry.images().url() + "/oauth2/token";
        return Refused.challenge(
                "Bearer realm=\"" + realm + "\",service=\"" + registry.host() + "\""
                        + (scope == null ? "" : ",scope=\"" + scope + "\""),
                "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"" + WORDS + "\"}]}");
    }

    @Override
    public void checkTagMoves(String repository, String tag) throws Refused {
        String digest = registry.images().images(repository).stream()
                .filter(image -> image.tags().contains(tag))
                .map(image -> image.digest())
                .findFirst()
                .orElse("");
        if (registry.isLocked(repository)
                || registry.isLocked(repository + ":" + tag)
                || registry.isLocked(repository + "@" + digest)) {
            throw new Refused(
                    405,
                    "REGISTRY_DISALLOWED_OPERATION",
                    "The operation is disallowed on this registry, repository or image. View troubleshooting steps at"
                            + " https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation");
        }
    }

    @Override
    public boolean mountsBlobs() {
        return true;
    }

    @Override
    public @Nullable Answer answer(Request request) {
        boolean ours = request.path().startsWith("/oauth2/") || request.path().startsWith("/acr/v1/");
        if (!ours) {
            return null;
        }
        String seen = registry.settings().firewallSees;
        if (seen != null) {
            return AzureJson.acrError(
                    403,
                    "DENIED",
                    "client with IP '" + seen
                            + "' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.");
        }
        return switch (request.path()) {
            case "/oauth2/exchange" -> exchange(request);
            case "/oauth2/token" -> token(request);
            default -> data.answer(request);
        };
    }

    private Answer exchange(Request request) {
        String token = request.field("grant_type").equals("access_token")
                ? logins.exchange(request.field("access_token"))
                : null;
        return token == null
                ? unauthorized()
                : new Answer(200, AzureJson.object("refresh_token", token).toString());
    }

    private Answer token(Request request) {
        AcrLogins.Visitor visitor;
        if (request.method().equals("POST")) {
            visitor = request.field("grant_type").equals("refresh_token")
                    ? logins.ofRefreshToken(request.field("refresh_token"))
                    : logins.of(new BasicLogin(request.field("username"), request.field("password")));
        } else {
            BasicLogin login = BasicLogin.of(request.authorization());
            visitor = login == null ? new AcrLogins.Visitor.Nobody() : logins.of(login);
        }
        return visitor == null
                ? unauthorized()
                : new Answer(
                        200,
                        AzureJson.object("access_token", logins.accessToken(visitor, asked(request)))
                                .toString());
    }

    private static Answer unauthorized() {
        return AzureJson.acrError(401, "UNAUTHORIZED", WORDS);
    }

    private static Map<String, Set<String>> asked(Request request) {
        Map<String, Set<String>> asked = new LinkedHashMap<>();
        String text = request.method().equals("POST") ? request.body() : request.query();
        for (String pair : text == null ? new String[0] : text.split("&", -1)) {
            String scopes = pair.startsWith("scope=")
                    ? URLDecoder.decode(pair.substring("scope=".length()), StandardCharsets.UTF_8)
                    : "";
            for (String scope : scopes.split(" ", -1)) {
                String[] parts = scope.split(":", -1);
                if (parts.length == 3 && parts[0].equals("repository")) {
                    asked.computeIfAbsent(parts[1], name -> new LinkedHashSet<>())
                            .addAll(List.of(parts[2].split(",", -1)));
                }
            }
        }
        return asked;
    }
}
