package io.github.registrymaven.policy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The policy of a whole registry on Amazon ECR. Since version 2 of its scope, which is the default, it may be about every
 * action; before it was about replication and caches alone.
 */
public final class EcrRegistryPolicy {
    private EcrRegistryPolicy() {}

    /**
     * Whether it may allow one of these actions: to whom, on which repositories and when is left aside.
     *
     * @param document JSON, as {@code ecr:PutRegistryPolicy} takes it; it is not trusted
     * @param actions as {@code ecr:PutImage}
     * @return true where it is not understood
     */
    public static boolean mayAllow(String document, Collection<String> actions) {
        List<PolicyStatement> statements = PolicyStatement.in(document);
        return statements == null
                || statements.stream()
                        .filter(PolicyStatement::allows)
                        .anyMatch(statement -> statement.actions().isEmpty()
                                || statement.actions().stream().anyMatch(named -> mayName(named, actions)));
    }

    /** Capitals do not count in actions. */
    private static boolean mayName(String named, Collection<String> actions) {
        String pattern = named.toLowerCase(Locale.ROOT);
        return pattern.indexOf('?') >= 0
                || actions.stream().anyMatch(action -> Wildcard.matches(pattern, action.toLowerCase(Locale.ROOT)));
    }
}
