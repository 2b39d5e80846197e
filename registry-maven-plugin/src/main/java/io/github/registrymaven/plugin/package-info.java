/** The goals: parameters in, engine, report out. */
@NullMarked
package io.github.registrymaven.plugin;

import org.jspecify.annotations.NullMarked;
