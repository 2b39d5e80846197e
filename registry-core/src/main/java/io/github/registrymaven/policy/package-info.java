/** How a repository is set up, wherever that was learned, and whether it is kept as it should be. */
@NullMarked
package io.github.registrymaven.policy;

import org.jspecify.annotations.NullMarked;
