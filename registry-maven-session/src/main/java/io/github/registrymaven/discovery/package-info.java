/** Which images a build pushes, read from the configuration of the plugins that push them. */
@NullMarked
package io.github.registrymaven.discovery;

import org.jspecify.annotations.NullMarked;
