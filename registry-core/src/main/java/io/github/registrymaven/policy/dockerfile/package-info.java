/** Rules about Dockerfiles: what is shipped, in which order, and how. */
@NullMarked
package io.github.registrymaven.policy.dockerfile;

import org.jspecify.annotations.NullMarked;
