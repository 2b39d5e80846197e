package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** In which language a change is to be made: that of the file, or commands where nothing is declared. */
enum Language {
    TERRAFORM,
    CLOUDFORMATION_YAML,
    CLOUDFORMATION_JSON,
    ARM,
    BICEP,
    /** A call of Azure's own module, which has names of its own for everything. */
    BICEP_MODULE,
    COMMANDS;

    private static final Pattern CALL = Pattern.compile("(?:.*\\.)?module\\.[\\w-]+(?:\\[.*])?");

    static Language of(RepositoryState state) {
        if (state.source() == RepositoryState.Source.LIVE) {
            return COMMANDS;
        }
        String file = file(state.at()).toLowerCase(Locale.ROOT);
        String resource = state.subject().substring(state.subject().lastIndexOf(' ') + 1);
        // A plan is JSON, and what is changed is the Terraform that it came from.
        boolean terraform = resource.matches("(.*\\.)?(aws|google|azurerm)_.*") || isModuleOfTerraform(state);
        if (resource.matches("(.*\\.)?azapi_.*")) {
            // It has ARM's properties, and reads them in ARM's spelling, too.
            return ARM;
        }
        if (file.endsWith(".tf") || file.endsWith(".tf.json") || terraform) {
            return TERRAFORM;
        }
        if (file.endsWith(".bicep")) {
            return state.subject().startsWith("module ") ? BICEP_MODULE : BICEP;
        }
        if (file.endsWith(".json") || file.endsWith(".template")) {
            return switch (state.kind()) {
                case ACR -> ARM;
                default -> CLOUDFORMATION_JSON;
            };
        }
        return CLOUDFORMATION_YAML;
    }

    /** Whether it is made by a module of Terraform's registry, so that the call is what is changed. */
    static boolean isModuleOfTerraform(RepositoryState state) {
        return state.source() == RepositoryState.Source.DECLARED && isCall(state.subject());
    }

    /** Whether what is changed is the call of a module, and not a resource. */
    static boolean isCall(String subject) {
        return CALL.matcher(subject).matches();
    }

    /** The place without its line. */
    static String file(String at) {
        return at.replaceFirst(":\\d+(:\\d+)?$", "");
    }

    /** A change to a file. */
    static List<Remedy> change(RepositoryState state, String title, String content) {
        return List.of(new Remedy(
                title, List.of(), List.of(new Remedy.File(file(state.at()), content.stripTrailing() + "\n"))));
    }

    /** A change to what a module of Bicep is given. */
    static List<Remedy> parameters(RepositoryState state, String title, String content) {
        return change(state, title, "params: {\n" + content.indent(2) + "}");
    }

    /** Commands to type. */
    static List<Remedy> commands(String title, String... commands) {
        return List.of(new Remedy(title, List.of(commands), List.of()));
    }
}
