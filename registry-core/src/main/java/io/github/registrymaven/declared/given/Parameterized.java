package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.tree.Stack;
import java.util.List;
import java.util.Set;

/** A template that was read, and is worked out once it is known what it is given. */
public interface Parameterized {
    /** The names of its parameters. */
    Set<String> parameters();

    /** The other templates that it uses, with what it gives them. */
    List<Use> uses(Inputs inputs);

    /** What would be made of it. */
    Stack stack(Inputs inputs);
}
