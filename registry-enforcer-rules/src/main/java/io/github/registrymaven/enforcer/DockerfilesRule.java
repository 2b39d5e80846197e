package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.dockerfile.DockerfileRule;
import io.github.registrymaven.policy.dockerfile.DockerfileRules;
import io.github.registrymaven.policy.dockerfile.DockerfileTerms;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.session.SessionDockerfiles;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/** A rule about a module's Dockerfiles. A module without one is none of its business. Needs no network and no docker. */
abstract class DockerfilesRule extends RegistryRule {
    /** The Dockerfiles; where the element is not there, {@code Dockerfile} and {@code src/main/docker/Dockerfile}. */
    private @Nullable List<File> dockerfiles;

    /** The stage that is shipped, by name or number; otherwise the last. */
    private @Nullable String target;

    /** How much is asked: {@code minimum}, {@code good} or {@code strict}. */
    private String policyLevel = "minimum";

    /** What a verdict of unknown does: {@code warn}, {@code ignore} or {@code fail}. */
    private String onUnknown = "warn";

    /** Whether nothing is checked. */
    private boolean skip;

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    private final DockerfileRule rule;

    DockerfilesRule(String name, JudgedModule module) {
        super(name, module);
        this.rule = Objects.requireNonNull(DockerfileRules.named(name));
    }

    /** Practices that are not asked for. */
    Set<String> without() throws EnforcerRuleError {
        return Set.of();
    }

    @Override
    public final void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        PolicyLevel level = Given.level(rule.name(), policyLevel);
        Telling telling = new Telling(rule.name(), onUnknown, message, this::warnOnce);
        Set<String> without = without();
        SessionDockerfiles read = new SessionDockerfiles(module().session());
        Map<Judgement, List<String>> judgements = new LinkedHashMap<>();
        for (File file : dockerfiles == null ? module().dockerfiles() : Given.files(dockerfiles)) {
            DockerfileTerms terms = new DockerfileTerms(level, target, without, module().hasIgnoreFile(file));
            for (Judgement judgement : DockerfileRules.judge(rule, read.read(file), terms)) {
                judgements.put(judgement, List.of());
            }
        }
        module().keep(judgements.keySet(), this::warnOnce);
        telling.tell(judgements);
    }

    private void warnOnce(String line) {
        module().warnOnce(getLog(), line);
    }

    @Override
    public final String toString() {
        return rule.name() + "[dockerfiles=" + dockerfiles + ", target=" + target + ", policyLevel=" + policyLevel
                + ", onUnknown=" + onUnknown + "]";
    }
}
