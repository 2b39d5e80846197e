package io.github.registrymaven.testkit.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom policies are attached to.
 *
 * @param arn of the user, of the role (never of its session), or of the account's root
 * @param id such as a role's unique id
 * @param trust who may become this role
 */
record Identity(
        Kind kind,
        Arns arns,
        String arn,
        String path,
        String name,
        String id,
        List<Policy> policies,
        @Nullable Policy boundary,
        @Nullable Policy trust,
        @Nullable String trustText) {
    enum Kind {
        ROOT,
        USER,
        ROLE
    }

    Identity {
        policies = List.copyOf(policies);
    }

    String account() {
        return arns.account();
    }
}
