package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Attachment;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may reach a repository: nobody outside its account, except by its policy. */
final class EcrExposure {
    private EcrExposure() {}

    static Setting<Exposure> of(Resource repository, @Nullable String name, Stack stack) {
        Node own = repository.get("RepositoryPolicyText", "RepositoryPolicy", "repository_policy");
        if (!own.isNothing()) {
            return judge(own);
        }
        Attachment policies = Attachment.to(repository, name, stack, "aws_ecr_repository_policy", "repository");
        if (!policies.certain().isEmpty()) {
            return judge(policies.certain().get(0).get("policy"));
        }
        if (!policies.possible().isEmpty()) {
            return EcrLifecycle.possible(policies.possible().get(0));
        }
        return named(repository.at().toString());
    }

    static Setting<Exposure> named(String at) {
        return new Setting.Seen<>(new Exposure(Reach.NAMED_PRINCIPALS, List.of()), at);
    }

    static Setting<Exposure> judge(Node policy) {
        Node document = policy;
        if (policy instanceof Node.Unknown unknown && unknown.clue().tree() != null) {
            document = unknown.clue().tree();
        }
        String text = policy instanceof Node.Unknown unknown ? unknown.clue().literal() : policy.text();
        if (text != null && !text.isEmpty()) {
            try {
                document = JsonTree.read(text, policy.at().file(), false);
            } catch (Unreadable noJson) {
                return policy instanceof Node.Unknown unknown
                        ? unknown.unseen()
                        : new Setting.Unseen<>("the repository policy is not JSON (" + policy.at() + ")");
            }
        }
        AccessPolicy access = AccessPolicy.of(document);
        if (!access.openings().isEmpty()) {
            return new Setting.Seen<>(
                    new Exposure(Reach.ANY_ACCOUNT, access.openings()),
                    policy.at().toString());
        }
        if (access.unknown() != null) {
            return access.unknown().unseen();
        }
        return named(policy.at().toString());
    }
}
