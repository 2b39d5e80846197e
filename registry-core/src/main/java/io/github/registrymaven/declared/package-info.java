/**
 * Infrastructure as code, read for what it says about registries: {@link io.github.registrymaven.declared.DeclaredSources}.
 *
 * <p>Files are data here and never programs: nothing is run, no variable of the environment is read, no module is
 * downloaded, and no file outside the folders that were given is opened. What cannot be worked out of the files alone is
 * unknown, with the place of the expression, and never a guess. A file that cannot be read is a problem of its own and
 * keeps no other from being read.
 */
@NullMarked
package io.github.registrymaven.declared;

import org.jspecify.annotations.NullMarked;
