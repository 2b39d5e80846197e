/**
 * Azure's own answers about a container registry: who is pushing, whether the registry can be reached from here, which role is
 * missing where, and what is locked.
 */
@NullMarked
package io.github.registrymaven.azure;

import org.jspecify.annotations.NullMarked;
