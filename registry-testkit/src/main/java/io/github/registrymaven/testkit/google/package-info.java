/** Google Cloud projects on loopback, as far as pushing images to Artifact Registry goes. */
@NullMarked
package io.github.registrymaven.testkit.google;

import org.jspecify.annotations.NullMarked;
