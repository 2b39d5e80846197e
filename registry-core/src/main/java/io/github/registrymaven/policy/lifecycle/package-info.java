/**
 * What a lifecycle policy does to the images of a repository: which rule takes which image, and when. Each provider's policy is
 * read as strictly as its provider reads it, and evaluated by its provider's own algorithm; what that does not settle is
 * {@link io.github.registrymaven.policy.lifecycle.Action#UNKNOWN}.
 */
@NullMarked
package io.github.registrymaven.policy.lifecycle;

import org.jspecify.annotations.NullMarked;
