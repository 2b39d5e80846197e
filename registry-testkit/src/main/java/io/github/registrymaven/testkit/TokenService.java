package io.github.registrymaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token service of a registry (the distribution project's token documentation): {@code GET} with Basic or as nobody,
 * {@code POST} with a password or a refresh token. Missing rights make a token with fewer actions, unless told otherwise.
 */
final class TokenService {
    static final String ISSUER = "registry-testkit";
    static final String REFRESH = "refresh-for-";

    private final Users users;
    private final Tokens tokens;
    private final boolean refusesMissingRights;

    TokenService(Users users, Tokens tokens, boolean refusesMissingRights) {
        this.users = users;
        this.tokens = tokens;
        this.refusesMissingRights = refusesMissingRights;
    }

    void handle(Exchange exchange) throws IOException {
        try {
            if (exchange.method().equals("POST")) {
                byte[] form = exchange.body().readNBytes(1 << 16);
                Map<String, List<String>> fields = Exchange.parameters(new String(form, StandardCharsets.UTF_8));
                issue(exchange, userOf(fields), fields);
            } else {
                issue(exchange, userOf(exchange), exchange.queries());
            }
        } catch (Refused refused) {
            refused.answer(exchange);
        }
    }

    private @Nullable String userOf(Exchange exchange) throws Refused {
        String header = exchange.header("Authorization");
        if (header == null) {
            return null;
        }
        BasicLogin login = BasicLogin.of(header);
        if (login == null || !users.knows(login.user(), login.password())) {
            throw new Refused(401, "UNAUTHORIZED", "incorrect username or password");
        }
        return login.user();
    }

    private String userOf(Map<String, List<String>> fields) throws Refused {
        String type = first(fields, "grant_type");
        if (type.equals("password") && users.knows(first(fields, "username"), first(fields, "password"))) {
            return first(fields, "username");
        }
        String refresh = first(fields, "refresh_token");
        if (type.equals("refresh_token") && refresh.startsWith(REFRESH)) {
            String user = refresh.substring(REFRESH.length());
            if (users.has(user)) {
                return user;
            }
        }
        throw new Refused(401, "UNAUTHORIZED", "invalid grant");
    }

    private void issue(Exchange exchange, @Nullable String user, Map<String, List<String>> parameters)
            throws IOException, Refused {
        Map<String, Set<Action>> access = new LinkedHashMap<>();
        for (String scope : scopes(parameters)) {
            String[] parts = scope.split(":", 3);
            if (parts.length == 3 && parts[0].equals("repository")) {
                Set<Action> granted = granted(user, parts[1], parts[2]);
                access.merge(parts[1], granted, (one, other) -> {
                    Set<Action> both = EnumSet.copyOf(one);
                    both.addAll(other);
                    return both;
                });
            }
        }
        String token = tokens.issue(user, first(parameters, "service"), access);
        String refresh = user != null && parameters.containsKey("offline_token")
                ? ",\"refresh_token\":" + JsonText.quoted(REFRESH + user)
                : "";
        exchange.json(
                200,
                "{\"token\":" + JsonText.quoted(token) + ",\"access_token\":" + JsonText.quoted(token)
                        + ",\"expires_in\":300" + refresh + "}");
    }

    /** Several {@code scope} parameters, or several scopes in one, divided by blanks. */
    private static List<String> scopes(Map<String, List<String>> parameters) {
        List<String> scopes = new ArrayList<>();
        for (String value : parameters.getOrDefault("scope", List.of())) {
            scopes.addAll(List.of(value.split(" ", -1)));
        }
        return scopes;
    }

    private Set<Action> granted(@Nullable String user, String repository, String asked) throws Refused {
        Set<Action> rights = users.rights(user, repository);
        Set<Action> granted = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (List.of(asked.split(",", -1)).contains(action.id()) && rights.contains(action)) {
                granted.add(action);
            }
        }
        if (refusesMissingRights && granted.size() < asked.split(",", -1).length) {
            throw new Refused(
                    403, "DENIED", "Permission denied on resource \"" + repository + "\" (or it may not exist)");
        }
        return granted;
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? "" : values.get(0);
    }
}
