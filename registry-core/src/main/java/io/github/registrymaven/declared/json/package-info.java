/**
 * JSON with the line of each value.
 */
@NullMarked
package io.github.registrymaven.declared.json;

import org.jspecify.annotations.NullMarked;
