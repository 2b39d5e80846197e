package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Place;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a file of Bicep declares it.
 *
 * @param symbol what the file calls it
 * @param type its type, without a version
 * @param existing whether it is only referred to
 * @param parent the symbol of the resource it stands in, if it does
 * @param condition null where it has none
 */
record BicepResource(
        String symbol,
        String type,
        boolean existing,
        @Nullable String parent,
        @Nullable Expression condition,
        Expression body,
        Place at) {}
