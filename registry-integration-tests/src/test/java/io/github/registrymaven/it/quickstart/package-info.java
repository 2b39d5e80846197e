/** The README's quickstart: real builds of {@code examples/quickstart}, shown to whoever typed the command. */
@NullMarked
package io.github.registrymaven.it.quickstart;

import org.jspecify.annotations.NullMarked;
