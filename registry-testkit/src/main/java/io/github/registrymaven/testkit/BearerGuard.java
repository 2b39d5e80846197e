package io.github.registrymaven.testkit;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for a token of the token service, as docker-registry does with token authentication. */
final class BearerGuard implements Guard {
    private final Tokens tokens;
    private final Supplier<String> realm;
    private final boolean denies;

    /**
     * A guard.
     *
     * @param realm the address of the token service
     * @param denies whether a token that lacks the action is answered 403 DENIED instead of 401
     */
    BearerGuard(Tokens tokens, Supplier<String> realm, boolean denies) {
        this.tokens = tokens;
        this.realm = realm;
        this.denies = denies;
    }

    @Override
    public void admit(Exchange exchange) throws Refused {
        if (grant(exchange) == null) {
            throw challenge(exchange, "");
        }
    }

    @Override
    public void allow(Exchange exchange, String repository, Operation operation) throws Refused {
        Action action = operation.action();
        Tokens.Grant grant = grant(exchange);
        String scope = ",scope=\"repository:" + repository + ":"
                + (action == Action.PULL ? "pull" : action == Action.DELETE ? "delete" : "pull,push") + "\"";
        if (grant == null) {
            throw challenge(exchange, scope);
        }
        Set<Action> granted = grant.access().getOrDefault(repository, Set.of());
        // docker-registry asks for pull beside push, so a token that grants push alone is not enough.
        boolean enough = granted.contains(action) && (action != Action.PUSH || granted.contains(Action.PULL));
        if (!enough && denies) {
            throw new Refused(403, "DENIED", "requested access to the resource is denied");
        }
        if (!enough) {
            throw challenge(exchange, scope + ",error=\"insufficient_scope\"");
        }
    }

    private Tokens.@Nullable Grant grant(Exchange exchange) {
        String header = exchange.header("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? tokens.known(header.substring(7).strip())
                : null;
    }

    private Refused challenge(Exchange exchange, String more) {
        exchange.with("WWW-Authenticate", "Bearer realm=\"" + realm.get() + "\",service=\"testkit\"" + more);
        return new Refused(401, "UNAUTHORIZED", "authentication required");
    }
}
