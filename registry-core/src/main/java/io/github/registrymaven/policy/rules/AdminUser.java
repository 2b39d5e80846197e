package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import java.util.List;

/** {@code banRegistryAdminUser}: nobody pushes by a password that everybody shares. */
final class AdminUser implements StateRule {
    @Override
    public String name() {
        return "banRegistryAdminUser";
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        return Ruling.of(
                name(),
                state,
                terms.level(),
                state.adminUser(),
                (ruling, on) -> on
                        ? ruling.fail(
                                "has the administrator's login switched on, whose password says not who pushed",
                                "logins of each identity's own",
                                remedies(state))
                        : ruling.pass("has no administrator's login"));
    }

    private static List<Remedy> remedies(RepositoryState state) {
        String title = "Switch it off";
        return switch (Language.of(state)) {
            case TERRAFORM -> Language.change(state, title, "admin_enabled = false");
            case BICEP_MODULE -> Language.parameters(state, title, "acrAdminUserEnabled: false");
            case BICEP -> Language.change(state, title, "adminUserEnabled: false");
            case ARM, CLOUDFORMATION_JSON -> Language.change(state, title, "\"adminUserEnabled\": false");
            default ->
                Language.commands(
                        title, "az acr update --name " + new Named(state).acrRegistry() + " --admin-enabled false");
        };
    }
}
