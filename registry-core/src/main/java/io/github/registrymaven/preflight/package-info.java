/** The ladder of checks that proves, before a push, that the push will be taken. */
@NullMarked
package io.github.registrymaven.preflight;

import org.jspecify.annotations.NullMarked;
