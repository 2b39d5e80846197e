/** Enforcer rules: parameters in, engine, message out. */
@NullMarked
package io.github.registrymaven.enforcer;

import org.jspecify.annotations.NullMarked;
