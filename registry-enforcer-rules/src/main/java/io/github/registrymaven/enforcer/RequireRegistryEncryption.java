package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.Terms;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Requires that images are kept with a key of the kind that is asked for. */
@Named("requireRegistryEncryption")
public final class RequireRegistryEncryption extends RepositoryRule {
    /** The customer's keys that may be used, at level {@code strict}; every one where none is given. */
    private @Nullable List<String> allowedKeys;

    @Inject
    RequireRegistryEncryption(
            MavenSession session, SettingsDecrypter decrypter, RepositorySystem repositories, JudgedModule module) {
        super("requireRegistryEncryption", session, decrypter, repositories, module);
    }

    @Override
    Terms terms(PolicyLevel level) {
        return new Terms(level, null, List.of(), null, null, null, Given.texts(allowedKeys));
    }
}
