/** The preflight at the start of a session that will push: one for the whole reactor, and the stop where a push would fail. */
@NullMarked
package io.github.registrymaven.plugin.early;

import org.jspecify.annotations.NullMarked;
