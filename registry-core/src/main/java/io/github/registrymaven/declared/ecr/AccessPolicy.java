package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy document of AWS opens to every account.
 *
 * @param openings one line for each statement that does
 * @param unknown what could not be read and might open it, if anything
 */
record AccessPolicy(List<String> openings, Node.@Nullable Unknown unknown) {
    /** Keys of a condition that leave only accounts or networks that somebody named. */
    private static final Set<String> NARROWING = Set.of(
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:sourceip",
            "aws:userid",
            "aws:vpcsourceip");

    static AccessPolicy of(Node document) {
        if (document instanceof Node.Unknown unknown) {
            return new AccessPolicy(List.of(), unknown);
        }
        List<String> openings = new ArrayList<>();
        Node.Unknown unknown = null;
        for (Node statement : document.get("Statement").items()) {
            Node.Unknown missing = read(statement, openings);
            unknown = unknown == null ? missing : unknown;
        }
        return new AccessPolicy(List.copyOf(openings), unknown);
    }

    /** Adds to the openings, and gives back what is unknown and decisive. */
    private static Node.@Nullable Unknown read(Node statement, List<String> openings) {
        if (statement instanceof Node.Unknown unknown) {
            return unknown;
        }
        if (statement.get("Effect") instanceof Node.Unknown unknown) {
            return unknown;
        }
        if (!"Allow".equals(statement.get("Effect").text())) {
            return null;
        }
        boolean negated = !statement.get("NotPrincipal").isNothing();
        Node.Unknown missing = null;
        boolean everybody = negated;
        for (Node principal : principals(statement.get("Principal"))) {
            everybody |= "*".equals(principal.text());
            missing = missing == null ? maybeEverybody(principal) : missing;
        }
        Node condition = statement.get("Condition");
        if (condition instanceof Node.Unknown unknown) {
            return everybody || missing != null ? unknown : null;
        }
        if (isNarrowed(condition)) {
            return null;
        }
        if (everybody) {
            String name = statement.get("Sid").text();
            openings.add((name == null ? "A statement" : "Statement " + name) + " allows "
                    + (negated ? "everybody but some (NotPrincipal)" : "Principal *"));
            return null;
        }
        return missing;
    }

    /** What is not known of a principal, unless enough is known of it to tell that it is not everybody. */
    private static Node.@Nullable Unknown maybeEverybody(Node principal) {
        if (principal instanceof Node.Unknown unknown) {
            boolean known =
                    principal.resource() != null || !isOpen(unknown.clue().literal());
            return known ? null : unknown;
        }
        String text = principal.text();
        return text != null && text.contains(Node.Clue.GAP) && isOpen(text)
                ? new Node.Unknown("a principal of the policy is not known", principal.at())
                : null;
    }

    private static boolean isOpen(String text) {
        return text.replace("*", "").replace(Node.Clue.GAP, "").isBlank();
    }

    /** Of {@code "*"}, of {@code {"AWS": "*"}} and of lists of these. */
    private static List<Node> principals(Node principal) {
        if (principal instanceof Node.Fields kinds) {
            List<Node> all = new ArrayList<>();
            kinds.fields().forEach((kind, who) -> {
                if (kind.equals("AWS") || kind.equals("*")) {
                    all.addAll(who.items());
                }
            });
            return all;
        }
        return principal.items();
    }

    private static boolean isNarrowed(Node condition) {
        if (!(condition instanceof Node.Fields operators)) {
            return false;
        }
        for (Map.Entry<String, Node> operator : operators.fields().entrySet()) {
            String name = operator.getKey().toLowerCase(Locale.ROOT);
            // "Not" leaves everybody but a few, "IfExists" and "Null" let in who has no such key.
            if (name.contains("not") || name.endsWith("ifexists") || name.equals("null")) {
                continue;
            }
            if (operator.getValue() instanceof Node.Fields keys
                    && keys.fields().entrySet().stream().anyMatch(AccessPolicy::names)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Map.Entry<String, Node> key) {
        return NARROWING.contains(key.getKey().toLowerCase(Locale.ROOT))
                && key.getValue().items().stream().noneMatch(value -> "*".equals(value.text()));
    }
}
