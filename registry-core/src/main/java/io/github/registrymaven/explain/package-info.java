/** What a text says of a failed push, held against what the registry itself answers now. */
@NullMarked
package io.github.registrymaven.explain;

import org.jspecify.annotations.NullMarked;
