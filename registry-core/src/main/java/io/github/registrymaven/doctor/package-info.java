/** What of a machine decides whether its pushes work, looked at without a push: one fact a line, each on its own. */
@NullMarked
package io.github.registrymaven.doctor;

import org.jspecify.annotations.NullMarked;
