/** A registry in the JVM, for tests: it speaks the OCI distribution protocol, and can be told to misbehave. */
@NullMarked
package io.github.registrymaven.testkit;

import org.jspecify.annotations.NullMarked;
