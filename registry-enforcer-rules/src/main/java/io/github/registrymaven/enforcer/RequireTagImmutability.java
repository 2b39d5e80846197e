package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.Terms;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;

/** Requires that the tags which this build pushes stay where they are. */
@Named("requireTagImmutability")
public final class RequireTagImmutability extends RepositoryRule {
    /** Tags that may move on purpose, as patterns in which {@code *} stands for anything. */
    private @Nullable List<String> movingTags;

    @Inject
    RequireTagImmutability(JudgedModule module) {
        super("requireTagImmutability", module);
    }

    @Override
    Terms terms(PolicyLevel level) {
        return new Terms(level, List.of(), Given.texts(movingTags), null, null, null, List.of());
    }
}
