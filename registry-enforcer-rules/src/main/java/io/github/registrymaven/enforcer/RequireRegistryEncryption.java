package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.Terms;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;

/** Requires that images are kept with a key of the kind that is asked for. */
@Named("requireRegistryEncryption")
public final class RequireRegistryEncryption extends RepositoryRule {
    /** The customer's keys that may be used, at level {@code strict}; every one where none is given. */
    private @Nullable List<String> allowedKeys;

    @Inject
    RequireRegistryEncryption(JudgedModule module) {
        super("requireRegistryEncryption", module);
    }

    @Override
    Terms terms(PolicyLevel level) {
        return new Terms(level, List.of(), List.of(), null, null, null, Given.texts(allowedKeys));
    }
}
