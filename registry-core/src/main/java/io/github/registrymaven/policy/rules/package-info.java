/**
 * What is asked of a repository, and whether it is kept so: pure functions of its state. What could not be read is unknown, and
 * never held against anybody.
 */
@NullMarked
package io.github.registrymaven.policy.rules;

import org.jspecify.annotations.NullMarked;
