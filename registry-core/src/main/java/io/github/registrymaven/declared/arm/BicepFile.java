package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.given.Inputs;
import io.github.registrymaven.declared.given.ParameterFile;
import io.github.registrymaven.declared.given.Parameterized;
import io.github.registrymaven.declared.given.Use;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.List;
import java.util.Set;

/** A file of Bicep. */
public final class BicepFile implements Parameterized {
    private final String file;
    private final BicepContents contents;

    private BicepFile(String file, BicepContents contents) {
        this.file = file;
        this.contents = contents;
    }

    public static BicepFile read(String text, String file) throws Unreadable {
        return new BicepFile(file, BicepReader.read(text, file));
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
