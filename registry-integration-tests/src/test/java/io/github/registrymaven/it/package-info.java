/** What the scripts beside the integration projects share. */
@NullMarked
package io.github.registrymaven.it;

import org.jspecify.annotations.NullMarked;
