package io.github.registrymaven.declared.cloudformation;

import io.github.registrymaven.declared.tree.Node;
import org.jspecify.annotations.Nullable;

/** Macros of the account, which rewrite a template before anything is made of it. */
final class Macros {
    private Macros() {}

    /** What a setting is that is not written, as a company's macro may put in its own; null where there is no macro. */
    static Node.@Nullable Unknown among(Node document) {
        for (Node transform : document.get("Transform").items()) {
            String name = transform.text() == null ? transform.get("Name").text() : transform.text();
            // Those of AWS itself add resources, and no settings to one that is written.
            if (name == null || !name.startsWith("AWS::")) {
                return new Node.Unknown("the macro " + (name == null ? "" : name + " ") + "may set it", transform.at());
            }
        }
        return null;
    }
}
