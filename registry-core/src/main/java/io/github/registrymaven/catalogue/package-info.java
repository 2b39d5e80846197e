/** What other tools write when a push fails, and the cause that it means: texts in, explanations out. */
@NullMarked
package io.github.registrymaven.catalogue;

import org.jspecify.annotations.NullMarked;
