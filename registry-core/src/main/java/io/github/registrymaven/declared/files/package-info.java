/** Which files are read, and how much of each: never more than was given, and never outside of it. */
@NullMarked
package io.github.registrymaven.declared.files;

import org.jspecify.annotations.NullMarked;
