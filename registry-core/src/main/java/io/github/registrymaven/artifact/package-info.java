/** An image of the project's own artifact: what is to be in it, and the SPI of what builds it. */
@NullMarked
package io.github.registrymaven.artifact;

import org.jspecify.annotations.NullMarked;
