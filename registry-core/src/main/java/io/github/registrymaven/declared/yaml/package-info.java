/**
 * YAML with the line of each value, bounded against documents that are small only on disk.
 */
@NullMarked
package io.github.registrymaven.declared.yaml;

import org.jspecify.annotations.NullMarked;
