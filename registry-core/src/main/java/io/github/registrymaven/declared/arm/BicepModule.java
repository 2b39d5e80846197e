package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Place;
import org.jspecify.annotations.Nullable;

/**
 * A use of another file of Bicep.
 *
 * @param symbol what the file calls it
 * @param path where the other one is, from this one on, or in a registry
 * @param condition null where it has none
 * @param body its parameters among others; a loop where it is used many times
 */
record BicepModule(String symbol, String path, @Nullable Expression condition, Expression body, Place at) {}
