package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs of a module that is not read come to: what it is given, otherwise its version's default.
 *
 * @param inputs what it is given
 * @param version which version of it is called; null where that is not known
 */
public record GivenOrDefault(Node inputs, @Nullable String version, Place at) {
    /** What it is given; nothing where it is left out. */
    public Node given(String name) {
        return inputs.get(name);
    }

    /** The value of an input that is {@code standard} in some versions where it is left out. */
    public Node value(String name, Node standard, ReadVersions in) {
        // What is given as null is given: it stands for what the resource does without.
        if (inputs.names().contains(name) || !inputs.get(name).isNothing()) {
            return inputs.get(name);
        }
        return in.contain(version) ? standard : unknown(name);
    }

    /** What an input is that is left to a version's default which is not known. */
    public Node.Unknown unknown(String name) {
        return new Node.Unknown(name + " is left to the module's own default", at);
    }

    /**
     * The name of what the module makes, for what belongs to that.
     *
     * @param address what that is called in the code
     */
    public Node.Unknown made(String address) {
        return new Node.Unknown("it is made by the module", Node.Clue.from(address), at);
    }

    /** A value of the module's own, that is not known before the code is applied. */
    public Node.Unknown computed(String what) {
        return new Node.Unknown(what, at);
    }
}
