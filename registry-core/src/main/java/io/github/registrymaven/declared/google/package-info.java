/** What resources of Google's registries make of a repository. They are in Terraform only. */
@NullMarked
package io.github.registrymaven.declared.google;

import org.jspecify.annotations.NullMarked;
