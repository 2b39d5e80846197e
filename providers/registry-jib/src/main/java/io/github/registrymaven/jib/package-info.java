/** Images of the project's own artifact, built with Jib Core. */
@NullMarked
package io.github.registrymaven.jib;

import org.jspecify.annotations.NullMarked;
