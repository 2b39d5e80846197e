package io.github.registrymaven.policy;

import io.github.registrymaven.policy.Exposure.Reach;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a repository of a private registry on Amazon ECR lets in. Everybody there has to log in, so a policy that is for
 * everybody is for every account of AWS, and never for the anonymous internet.
 */
public final class EcrRepositoryPolicy {
    private EcrRepositoryPolicy() {}

    /** Without a policy of its own a repository is its account's. */
    public static Setting<Exposure> none(String at) {
        return new Setting.Seen<>(new Exposure(Reach.NAMED_PRINCIPALS, List.of()), at);
    }

    /**
     * What the policy opens. A condition that may or may not narrow it to named principals is not guessed about.
     *
     * @param document JSON, as {@code ecr:SetRepositoryPolicy} takes it; it is not trusted
     * @param at where it is set
     */
    public static Setting<Exposure> exposure(String document, String at) {
        List<PolicyStatement> statements = PolicyStatement.in(document);
        if (statements == null) {
            return new Setting.Unseen<>("the repository's policy is not understood");
        }
        List<PolicyStatement> denies = new ArrayList<>(statements);
        denies.removeIf(PolicyStatement::allows);
        List<String> wide = new ArrayList<>();
        List<String> named = new ArrayList<>();
        String doubt = null;
        for (PolicyStatement statement : statements) {
            if (!statement.allows()) {
                continue;
            }
            switch (narrowed(statement, denies)) {
                case NO -> wide.add(statement.words());
                case YES -> named.add(statement.words());
                case UNSURE -> doubt = statement.words();
            }
        }
        if (!wide.isEmpty()) {
            return new Setting.Seen<>(new Exposure(Reach.ANY_ACCOUNT, wide), at);
        }
        return doubt == null
                ? new Setting.Seen<>(new Exposure(Reach.NAMED_PRINCIPALS, named), at)
                : new Setting.Unseen<>("whether a condition keeps other accounts out is not known: " + doubt);
    }

    /** Whether what a statement allows is allowed to named principals only. */
    private static Narrowing narrowed(PolicyStatement allow, List<PolicyStatement> denies) {
        Narrowing own = allow.isForEverybody() ? Narrowing.ofAllow(allow.condition()) : Narrowing.YES;
        for (PolicyStatement deny : denies) {
            if (own != Narrowing.YES && deny.covers(allow)) {
                Narrowing shut =
                        deny.excepts() || deny.condition() == null ? Narrowing.YES : Narrowing.ofDeny(deny.condition());
                own = shut == Narrowing.NO ? own : shut;
            }
        }
        return own;
    }
}
