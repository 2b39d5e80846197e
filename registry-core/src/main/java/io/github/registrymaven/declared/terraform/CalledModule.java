package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.given.GivenOrDefault;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import java.util.Map;

/**
 * The call of a module that is not read, and of which it is known what it makes.
 *
 * @param address what the call is called: {@code module.ecr}
 * @param inputs what it is given, its version among that
 * @param provider what its resources are made with
 */
record CalledModule(String address, Node.Fields inputs, String provider, Place at) {
    GivenOrDefault given() {
        return new GivenOrDefault(inputs, inputs.get("version").text(), at);
    }

    /** A resource it makes. */
    Resource resource(String type, String called, Map<String, Node> fields) {
        return new Resource(type, called, provider, new Node.Fields(fields, at), at);
    }
}
