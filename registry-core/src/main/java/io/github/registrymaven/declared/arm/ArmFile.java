package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.given.Inputs;
import io.github.registrymaven.declared.given.Parameterized;
import io.github.registrymaven.declared.given.Use;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Stack;
import java.util.List;
import java.util.Set;

/** A file with an ARM template. */
public final class ArmFile implements Parameterized {
    private final Node document;

    public ArmFile(Node document) {
        this.document = document;
    }

    /** Whether a text is one, and not the parameters of one. */
    public static boolean isOne(String text) {
        return text.contains("eploymentTemplate.json") && text.contains("\"resources\"");
    }

    @Override
    public Set<String> parameters() {
        return document.get("parameters").names();
    }

    @Override
    public List<Use> uses(Inputs inputs) {
        return new ArmTemplate(document, inputs).uses();
    }

    @Override
    public Stack stack(Inputs inputs) {
        return new Stack(document.at().file(), new ArmTemplate(document, inputs).resources());
    }
}
