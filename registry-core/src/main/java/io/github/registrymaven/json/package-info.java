/** JSON of strangers: files that somebody else wrote, read strictly and within bounds. */
@NullMarked
package io.github.registrymaven.json;

import org.jspecify.annotations.NullMarked;
