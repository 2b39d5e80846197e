package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.policy.lifecycle.EcrReader.Written;
import io.github.registrymaven.policy.lifecycle.EcrRule.TagStatus;
import java.util.List;
import java.util.Set;

/** What ECR asks of the rules of a policy beside each other. */
final class EcrConsistency {
    private EcrConsistency() {}

    static void check(List<Written> rules) throws InvalidDocument {
        for (int i = 0; i < rules.size(); i++) {
            for (Written one : rules.subList(0, i)) {
                checkTwo(one, rules.get(i));
            }
        }
        for (Written any : rules) {
            if (any.rule().status() == TagStatus.ANY) {
                checkLast(any, rules);
            }
        }
    }

    private static void checkTwo(Written one, Written later) throws InvalidDocument {
        EcrRule rule = later.rule();
        String other = one.at().place();
        if (one.rule().priority() == rule.priority()) {
            throw later.at()
                    .required("rulePriority")
                    .problem("is " + rule.priority() + ", as that of " + other + "; each rule needs its own");
        }
        if (one.rule().archived() != rule.archived()) {
            return;
        }
        if (one.rule().status() == TagStatus.UNTAGGED && rule.status() == TagStatus.UNTAGGED) {
            throw later.at()
                    .required("selection")
                    .required("tagStatus")
                    .problem("is untagged, as that of " + other + "; ECR takes one such rule for each storage class");
        }
        EcrTags tags = rule.tags();
        EcrTags others = one.rule().tags();
        if (tags != null
                && others != null
                && tags.prefixes()
                && others.prefixes()
                && Set.copyOf(tags.entries()).equals(Set.copyOf(others.entries()))) {
            throw later.at()
                    .required("selection")
                    .required("tagPrefixList")
                    .problem("is the same as that of " + other + "; the prefixes of rules must differ");
        }
    }

    private static void checkLast(Written any, List<Written> rules) throws InvalidDocument {
        for (Written other : rules) {
            if (other.rule().archived() == any.rule().archived()
                    && other.rule().priority() > any.rule().priority()) {
                throw any.at()
                        .required("rulePriority")
                        .problem("is " + any.rule().priority() + "; a rule with tagStatus any comes last, and "
                                + other.at().place() + " has "
                                + other.rule().priority());
            }
        }
    }
}
