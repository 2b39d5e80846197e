/** How the plugin, as an extension, hears of what the goals of a session do. */
@NullMarked
package io.github.registrymaven.plugin.listening;

import org.jspecify.annotations.NullMarked;
