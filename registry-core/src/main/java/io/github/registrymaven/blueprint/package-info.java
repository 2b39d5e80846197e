/** How registries and those who push to them should be set up, in the languages in which people set them up. */
@NullMarked
package io.github.registrymaven.blueprint;

import org.jspecify.annotations.NullMarked;
