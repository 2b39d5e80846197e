/** Where credentials come from, in the order in which users' other tools look, and what is known of each. */
@NullMarked
package io.github.registrymaven.credential;

import org.jspecify.annotations.NullMarked;
