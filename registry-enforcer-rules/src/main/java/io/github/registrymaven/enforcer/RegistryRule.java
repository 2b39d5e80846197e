package io.github.registrymaven.enforcer;

import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.jspecify.annotations.Nullable;

/** A rule of ours, for a module of the build. */
abstract class RegistryRule extends AbstractEnforcerRule {
    private final String name;
    private final JudgedModule module;

    RegistryRule(String name, JudgedModule module) {
        this.name = name;
        this.module = module;
    }

    /** As an element of a POM. */
    final String name() {
        return name;
    }

    final JudgedModule module() {
        return module;
    }

    /** What Enforcer does before it hands out the parameters, where Maven may refuse one of them. */
    @Override
    public final void setLog(EnforcerLogger log) {
        super.setLog(log);
        module.tellMistyped(name, getClass(), log);
    }

    /** Null: Enforcer would register the rule before it ran, and let other modules pass beside its failure. */
    @Override
    public final @Nullable String getCacheId() {
        return null;
    }
}
