/** What needs a heavy library, brought in when a build first needs it: found where it is declared, or resolved on demand. */
@NullMarked
package io.github.registrymaven.provider;

import org.jspecify.annotations.NullMarked;
