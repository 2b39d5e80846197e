/** Verdicts made readable: one file per format. */
@NullMarked
package io.github.registrymaven.report;

import org.jspecify.annotations.NullMarked;
