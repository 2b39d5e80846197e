/** A build that failed because of somebody else's push: what is said beside the error of the plugin that pushed. */
@NullMarked
package io.github.registrymaven.plugin.failed;

import org.jspecify.annotations.NullMarked;
