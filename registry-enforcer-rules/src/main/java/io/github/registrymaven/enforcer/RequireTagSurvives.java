package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.Terms;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.jspecify.annotations.Nullable;

/** Requires that the repository's lifecycle policy leaves the tags which this build pushes as long as they are needed. */
@Named("requireTagSurvives")
public final class RequireTagSurvives extends RepositoryRule {
    private static final int LONGEST = 36_500;

    /** For how many days a tag must stay; without it 7, 30 or 90 by the level. */
    private @Nullable Integer minRetentionDays;

    /** Through how many more pushes a tag must stay; without it 2, 5 or 10 by the level. */
    private @Nullable Integer minVersions;

    /** How often is pushed, where that is known; then pushes are days as well. */
    private @Nullable Double pushesPerDay;

    /**
     * Tags that each push takes along, as patterns in which {@code *} stands for anything: beside {@code latest}, snapshots and
     * the names of branches and stages, which do so anyway.
     */
    private @Nullable List<String> movingTags;

    /** How many images a registry counts for one push: more than one for a multi-arch build. */
    private int manifestsPerPush = 1;

    @Inject
    RequireTagSurvives(JudgedModule module) {
        super("requireTagSurvives", module);
    }

    @Override
    Terms terms(PolicyLevel level) throws EnforcerRuleError {
        if (minRetentionDays != null && (minRetentionDays < 1 || minRetentionDays > LONGEST)) {
            throw mistake("minRetentionDays is " + minRetentionDays + "; it takes 1 to " + LONGEST);
        }
        if (minVersions != null && minVersions < 1) {
            throw mistake("minVersions is " + minVersions + "; it takes 1 or more");
        }
        if (pushesPerDay != null && !(pushesPerDay > 0)) {
            throw mistake("pushesPerDay is " + pushesPerDay + "; it takes more than 0");
        }
        Duration retention = minRetentionDays == null ? null : Duration.ofDays(minRetentionDays);
        return new Terms(level, List.of(), Given.texts(movingTags), retention, minVersions, pushesPerDay, List.of());
    }

    @Override
    int manifestsPerPush() throws EnforcerRuleError {
        if (manifestsPerPush < 1) {
            throw mistake("manifestsPerPush is " + manifestsPerPush + "; it takes 1 or more");
        }
        return manifestsPerPush;
    }
}
