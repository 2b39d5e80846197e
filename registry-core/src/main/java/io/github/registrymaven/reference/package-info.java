/** What an image is called: the grammar of references and each registry's own naming rules. */
@NullMarked
package io.github.registrymaven.reference;

import org.jspecify.annotations.NullMarked;
