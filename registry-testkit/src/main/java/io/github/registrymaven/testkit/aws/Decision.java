package io.github.registrymaven.testkit.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies say to a request.
 *
 * @param by the kind of policy that denies it, by its words or by its silence; null where it is allowed
 * @param policyArn of the policy that denies it by its words, where it has one
 * @param matched the statements that decided
 */
record Decision(
        Outcome outcome, @Nullable PolicyType by, @Nullable String policyArn, List<Matched> matched) {
    enum Outcome {
        ALLOWED("allowed"),
        IMPLICITLY_DENIED("implicitDeny"),
        EXPLICITLY_DENIED("explicitDeny");

        private final String simulated;

        Outcome(String simulated) {
            this.simulated = simulated;
        }

        /** What a simulation calls it. */
        String simulated() {
            return simulated;
        }
    }

    /** A statement that was about the request. */
    record Matched(PolicyType type, Policy policy, Statement statement) {}

    Decision {
        matched = List.copyOf(matched);
    }

    static Decision allowed(List<Matched> matched) {
        return new Decision(Outcome.ALLOWED, null, null, matched);
    }

    static Decision denied(Matched matched) {
        return new Decision(
                Outcome.EXPLICITLY_DENIED, matched.type(), matched.policy().arn(), List.of(matched));
    }

    static Decision silent(PolicyType type) {
        return new Decision(Outcome.IMPLICITLY_DENIED, type, null, List.of());
    }

    boolean isAllowed() {
        return outcome == Outcome.ALLOWED;
    }

    /** Why not, in the words of AWS. */
    String denial(String caller, AccessRequest request) {
        String refused = "User: " + caller + " is not authorized to perform: " + request.action() + " on resource: "
                + request.resource();
        if (by == null) {
            return refused;
        }
        if (outcome == Outcome.EXPLICITLY_DENIED) {
            return refused + " with an explicit deny in " + by.one() + (policyArn == null ? "" : ": " + policyArn);
        }
        return refused + " because no " + by.any() + " allows the " + request.action() + " action";
    }
}
