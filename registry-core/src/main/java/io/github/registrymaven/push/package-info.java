/** Pushing an image at hand: its blobs, its manifests, its tags, and the proof that they arrived. */
@NullMarked
package io.github.registrymaven.push;

import org.jspecify.annotations.NullMarked;
