package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.tree.Attachment;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.policy.EcrRepositoryPolicy;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may reach a repository: nobody outside its account, except by its policy. */
final class EcrExposure {
    /** An account that is nobody's. */
    private static final String SOMEBODY = "000000000000";

    private EcrExposure() {}

    static Setting<Exposure> of(Resource repository, @Nullable String name, Surroundings around) {
        Node own = repository.get("RepositoryPolicyText", "RepositoryPolicy", "repository_policy");
        if (!own.isNothing()) {
            return judge(own);
        }
        Attachment policies = Attachment.to(repository, name, around, "aws_ecr_repository_policy", "repository");
        if (!policies.certain().isEmpty()) {
            return judge(policies.certain().get(0).get("policy"));
        }
        if (!policies.possible().isEmpty()) {
            return EcrLifecycle.possible(policies.possible().get(0));
        }
        return EcrRepositoryPolicy.none(repository.at().toString());
    }

    /**
     * Of a policy of which parts are unknown, too: where it comes to the same whether they let everybody in or somebody, it
     * does not matter what they are.
     */
    static Setting<Exposure> judge(Node policy) {
        String at = policy.at().toString();
        String text = JsonText.withGaps(policy);
        if (text == null) {
            return policy instanceof Node.Unknown unknown
                    ? unknown.unseen()
                    : new Setting.Unseen<>("the repository's policy is not understood (" + at + ")");
        }
        Setting<Exposure> narrow = EcrRepositoryPolicy.exposure(text.replace(Node.Clue.GAP, SOMEBODY), at);
        if (!(policy instanceof Node.Unknown) && !text.contains(Node.Clue.GAP)) {
            return narrow;
        }
        String open = text.replace("\"" + Node.Clue.GAP + "\"", "\"*\"").replace(Node.Clue.GAP, SOMEBODY);
        Setting<Exposure> wide = EcrRepositoryPolicy.exposure(open, at);
        if (narrow instanceof Setting.Seen<Exposure> seen && seen.value().reach() == reach(wide)) {
            List<String> openings = seen.value().openings().stream()
                    .map(opening -> opening.replace(SOMEBODY, "…"))
                    .toList();
            return new Setting.Seen<>(new Exposure(seen.value().reach(), openings), at);
        }
        return policy instanceof Node.Unknown unknown
                ? unknown.unseen()
                : new Setting.Unseen<>("not all of the repository's policy is known (" + at + ")");
    }

    private static @Nullable Reach reach(Setting<Exposure> exposure) {
        return exposure instanceof Setting.Seen<Exposure> seen ? seen.value().reach() : null;
    }
}
