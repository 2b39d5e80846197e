package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.given.Inputs;
import io.github.registrymaven.declared.given.ParameterFile;
import io.github.registrymaven.declared.given.Parameterized;
import io.github.registrymaven.declared.given.Use;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A file of Bicep. */
public final class BicepFile implements Parameterized {
    /** Not the parts of Azure's own module, which make none. */
    private static final Pattern OURS = Pattern.compile(
            "^(br|ts)[:/](?!.*container-registry/registry/).*(container-?registr|\\bacr\\b)", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final BicepContents contents;

    private BicepFile(String file, BicepContents contents) {
        this.file = file;
        this.contents = contents;
    }

    public static BicepFile read(String text, String file) throws Unreadable {
        return new BicepFile(file, BicepReader.read(text, file));
    }

    /** Modules in registries that sound like making a registry of images, and of which nothing is known here. */
    public List<Problem> unread() {
        return contents.modules().stream()
                .filter(module -> OURS.matcher(module.path()).find() && !VerifiedModule.isOne(module))
                .map(module -> new Problem(module.at(), "the module comes from " + module.path() + ", and is not read"))
                .toList();
    }

    /** A file of parameters for one. */
    public static ParameterFile parameters(String text, SourceFile file) throws Unreadable {
        BicepContents contents = BicepReader.read(text, file.shown());
        String template = contents.template();
        return new ParameterFile(
                file, new BicepValues(contents, Inputs.NONE).assignments(), template == null ? "" : template);
    }

    @Override
    public Set<String> parameters() {
        return contents.parameters();
    }

    @Override
    public List<Use> uses(Inputs inputs) {
        return new BicepValues(contents, inputs).uses();
    }

    @Override
    public Stack stack(Inputs inputs) {
        return new Stack(file, new BicepValues(contents, inputs).resources());
    }
}
