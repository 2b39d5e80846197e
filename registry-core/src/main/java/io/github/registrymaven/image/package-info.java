/** An image at hand: in a docker-archive or an OCI layout, read as a registry is to get it. */
@NullMarked
package io.github.registrymaven.image;

import org.jspecify.annotations.NullMarked;
