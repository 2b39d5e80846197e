/**
 * What every language of infrastructure as code comes down to: resources with properties, each value with the line it was
 * written on, and a place for what cannot be known.
 */
@NullMarked
package io.github.registrymaven.declared.tree;

import org.jspecify.annotations.NullMarked;
