package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.dockerfile.DockerfileRules;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.jspecify.annotations.Nullable;

/** Requires what makes a Dockerfile a good one: a base that stays the same, an ordinary user, no secrets, and more by level. */
@Named("requireDockerfilePractice")
public final class RequireDockerfilePractice extends DockerfilesRule {
    private static final String NAME = "requireDockerfilePractice";

    /** Practices that are not asked for, by the ids that the rule's messages end with, such as {@code healthcheck}. */
    private @Nullable List<String> without;

    @Inject
    RequireDockerfilePractice(JudgedModule module) {
        super(NAME, module);
    }

    @Override
    Set<String> without() throws EnforcerRuleError {
        List<String> named = Given.texts(without);
        for (String practice : named) {
            Telling.oneOf(NAME, "without", practice, DockerfileRules.practices());
        }
        return Set.copyOf(named);
    }
}
