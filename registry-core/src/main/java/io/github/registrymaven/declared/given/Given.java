package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * Values for a template's parameters.
 *
 * @param by the file they are in, for people
 * @param values by the parameters' names
 * @param certain whether they are for this very template, and it is not deployed without them
 * @param made whether it is deployed at all; null where that is not known
 */
public record Given(
        String by, Node values, boolean certain, @Nullable Boolean made) {}
