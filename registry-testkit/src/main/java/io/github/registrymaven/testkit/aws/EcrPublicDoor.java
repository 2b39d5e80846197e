package io.github.registrymaven.testkit.aws;

import io.github.registrymaven.testkit.BasicLogin;
import io.github.registrymaven.testkit.ControlPlane;
import io.github.registrymaven.testkit.Operation;
import io.github.registrymaven.testkit.Refused;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code public.ecr.aws} says to docker-style clients: everybody may pull, and pushing is weighed by policies. It asks
 * for a login at once, where the real one sends clients to its token service first.
 */
final class EcrPublicDoor implements ControlPlane {
    private static final Set<Operation> PULLS =
            Set.of(Operation.READ_BLOB, Operation.READ_MANIFEST, Operation.LIST_TAGS, Operation.LIST_REFERRERS);

    private final Arns arns;
    private final String prefix;
    private final List<String> names;
    private final DockerTokens tokens;
    private final Authorizer authorizer;

    EcrPublicDoor(Arns arns, String alias, List<String> names, DockerTokens tokens, Authorizer authorizer) {
        this.arns = arns;
        this.prefix = alias + "/";
        this.names = List.copyOf(names);
        this.tokens = tokens;
        this.authorizer = authorizer;
    }

    @Override
    public void admit(@Nullable String authorization) throws Refused {
        caller(authorization);
    }

    @Override
    public void allow(@Nullable String authorization, String repository, Operation operation) throws Refused {
        if (operation == Operation.CANCEL_UPLOAD) {
            throw new Refused(405, "UNSUPPORTED", "The operation is unsupported.");
        }
        String name = repository.startsWith(prefix) ? repository.substring(prefix.length()) : repository;
        if (!PULLS.contains(operation) && !(operation == Operation.LOOK_FOR_BLOB && authorization == null)) {
            Caller caller = caller(authorization);
            String action = "ecr-public:" + EcrDoor.action(operation);
            String denial = authorizer.denial(caller, action, EcrPublic.arn(arns, name));
            if (denial != null) {
                throw new Refused(403, "DENIED", denial);
            }
        }
        if (!repository.startsWith(prefix) || !names.contains(name)) {
            throw new Refused(404, "NAME_UNKNOWN", EcrRegistry.absent(name, arns.account()));
        }
    }

    @Override
    public void checkTagMoves(String repository, String tag) {
        // Tags of public repositories can always be moved.
    }

    @Override
    public boolean mountsBlobs() {
        return false;
    }

    private Caller caller(@Nullable String authorization) throws Refused {
        BasicLogin login = BasicLogin.of(authorization);
        if (login == null) {
            throw Refused.challenge(
                    "Basic realm=\"https://public.ecr.aws/\",service=\"public.ecr.aws\"", "Not Authorized\n");
        }
        DockerTokens.Token token = login.user().equals(DockerTokens.USER) ? tokens.find(login.password()) : null;
        if (token == null) {
            throw new Refused(400, "DENIED", "Your Authorization Token is invalid.");
        }
        if (tokens.isExpired(token)) {
            throw new Refused(
                    400,
                    "DENIED",
                    "Your Authorization Token has expired. Please run 'aws ecr-public"
                            + " get-login-password' to fetch a new one.");
        }
        return token.caller();
    }
}
