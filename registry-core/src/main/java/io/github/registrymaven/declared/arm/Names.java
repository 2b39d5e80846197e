package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;

/** What the names of a template or a file stand for. */
interface Names {
    /**
     * The value of a name, or unknown.
     *
     * @param kind {@code parameters} or {@code variables}; empty in Bicep, which writes the name alone
     */
    Node value(String kind, String name, Place at);
}
