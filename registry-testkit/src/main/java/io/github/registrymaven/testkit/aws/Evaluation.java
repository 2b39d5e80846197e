package io.github.registrymaven.testkit.aws;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weighs all policies that bear on a request, as AWS documents it
 * (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">evaluation logic</a>):
 * one explicit deny outweighs everything; then each kind that sets limits must allow; and the identity's policies or the
 * resource's must, both of them across accounts.
 */
final class Evaluation {
    private final Caller caller;
    private final AccessRequest request;
    private final Map<PolicyType, List<Policy>> policies = new EnumMap<>(PolicyType.class);
    private final List<Decision.Matched> allowing = new ArrayList<>();
    private String owner;

    Evaluation(Caller caller, AccessRequest request) {
        this.caller = caller;
        this.request = request;
        this.owner = caller.account();
        with(PolicyType.IDENTITY, caller.identity().policies());
        with(PolicyType.BOUNDARY, caller.identity().boundary());
        with(PolicyType.SESSION, caller.sessionPolicy());
    }

    Evaluation with(PolicyType type, List<Policy> more) {
        if (!more.isEmpty()) {
            policies.computeIfAbsent(type, key -> new ArrayList<>()).addAll(more);
        }
        return this;
    }

    Evaluation with(PolicyType type, @Nullable Policy one) {
        return one == null ? this : with(type, List.of(one));
    }

    /** The account whose resource it is about. */
    Evaluation ownedBy(String account) {
        owner = account;
        return this;
    }

    Decision decide() {
        for (PolicyType type : PolicyType.values()) {
            for (Policy policy : policies.getOrDefault(type, List.of())) {
                for (Statement statement : policy.statements()) {
                    if (!statement.allows() && bears(type, statement)) {
                        return Decision.denied(new Decision.Matched(type, policy, statement));
                    }
                }
            }
        }
        PolicyType silent = silent();
        return silent == null ? Decision.allowed(allowing) : Decision.silent(silent);
    }

    /** The kind of policy that had to say yes and did not. */
    private @Nullable PolicyType silent() {
        if (limits(PolicyType.VPC_ENDPOINT)) {
            return PolicyType.VPC_ENDPOINT;
        }
        if (limits(PolicyType.SERVICE_CONTROL)) {
            return PolicyType.SERVICE_CONTROL;
        }
        boolean byIdentity = caller.identity().kind() == Identity.Kind.ROOT || allows(PolicyType.IDENTITY);
        Principals.Closeness byResource = closenessOfResource();
        if (!owner.equals(caller.account())) {
            if (!byIdentity) {
                return PolicyType.IDENTITY;
            }
            if (byResource == Principals.Closeness.NOT) {
                return PolicyType.RESOURCE;
            }
        } else {
            if (byResource == Principals.Closeness.EXACTLY) {
                // A user or session that the resource itself names is bound by no silent boundary.
                return null;
            }
            // To name one's own account leaves it to the identity's policies.
            if (!byIdentity && byResource.compareTo(Principals.Closeness.ROLE) < 0) {
                return PolicyType.IDENTITY;
            }
        }
        return limits(PolicyType.BOUNDARY)
                ? PolicyType.BOUNDARY
                : limits(PolicyType.SESSION) ? PolicyType.SESSION : null;
    }

    private boolean limits(PolicyType type) {
        return policies.containsKey(type) && !allows(type);
    }

    boolean allows(PolicyType type) {
        boolean allows = false;
        for (Policy policy : policies.getOrDefault(type, List.of())) {
            for (Statement statement : policy.statements()) {
                if (statement.allows() && bears(type, statement)) {
                    allowing.add(new Decision.Matched(type, policy, statement));
                    allows = true;
                }
            }
        }
        return allows;
    }

    private Principals.Closeness closenessOfResource() {
        Principals.Closeness closest = Principals.Closeness.NOT;
        for (Policy policy : policies.getOrDefault(PolicyType.RESOURCE, List.of())) {
            for (Statement statement : policy.statements()) {
                if (statement.allows() && bears(PolicyType.RESOURCE, statement) && statement.principals() != null) {
                    Principals.Closeness found = statement.principals().closeness(caller);
                    closest = found.compareTo(closest) > 0 ? found : closest;
                    allowing.add(new Decision.Matched(PolicyType.RESOURCE, policy, statement));
                }
            }
        }
        return closest;
    }

    private boolean bears(PolicyType type, Statement statement) {
        if (type != PolicyType.RESOURCE) {
            return statement.isAbout(request);
        }
        Principals named = statement.principals();
        return named != null && named.closeness(caller) != Principals.Closeness.NOT && statement.isAbout(request);
    }
}
