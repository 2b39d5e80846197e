package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.MovingTags;
import io.github.registrymaven.preflight.RequestedImage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/**
 * Bans tags that name something else tomorrow: {@code latest} and snapshots; at level {@code good} branches and stages as well;
 * at level {@code strict} whatever has no version or commit in it. Needs no network.
 */
@Named("banMovingTags")
public final class BanMovingTags extends RegistryRule {
    private static final String NAME = "banMovingTags";

    /**
     * The images, as complete references; where the element is not there, those that the module's plugins will
     * push. An empty {@code <image>} is a module without one.
     */
    private @Nullable List<Image> images;

    /** How much is asked: {@code minimum}, {@code good} or {@code strict}. */
    private String policyLevel = "minimum";

    /** Tags that are banned beside those of the level, as patterns in which {@code *} stands for anything. */
    private @Nullable List<String> bannedTags;

    /** Tags that are allowed in spite of all, as patterns. */
    private @Nullable List<String> allowedTags;

    /** What a verdict of unknown does: {@code warn}, {@code ignore} or {@code fail}. */
    private String onUnknown = "warn";

    /** Whether nothing is checked. */
    private boolean skip;

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    @Inject
    BanMovingTags(JudgedModule module) {
        super(NAME, module);
    }

    @Override
    public void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        MovingTags rule =
                new MovingTags(Given.level(NAME, policyLevel), Given.texts(bannedTags), Given.texts(allowedTags));
        Consumer<String> remarks = remark -> getLog().warn(remark);
        Telling telling = new Telling(NAME, onUnknown, message, remarks);
        Map<Judgement, List<String>> judgements = new LinkedHashMap<>();
        Set<String> judged = new HashSet<>();
        for (RequestedImage image : module().requested(images, NAME, remarks)) {
            if (judged.add(image.reference())) {
                judgements.put(rule.judge(image.reference(), image.foundIn()), List.of());
            }
        }
        module().keep(judgements.keySet(), remarks);
        telling.tell(judgements);
    }

    @Override
    public String toString() {
        return "BanMovingTags[images=" + images + ", policyLevel=" + policyLevel + ", bannedTags=" + bannedTags
                + ", allowedTags=" + allowedTags + "]";
    }
}
