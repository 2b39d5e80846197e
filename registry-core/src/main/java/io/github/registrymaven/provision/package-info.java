/** What repositories need to be as they should, as steps that can be read before they are done. */
@NullMarked
package io.github.registrymaven.provision;

import org.jspecify.annotations.NullMarked;
