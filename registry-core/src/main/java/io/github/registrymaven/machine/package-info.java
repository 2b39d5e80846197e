/** What the machine and its user bring: environment, properties, home folder, clock. */
@NullMarked
package io.github.registrymaven.machine;

import org.jspecify.annotations.NullMarked;
