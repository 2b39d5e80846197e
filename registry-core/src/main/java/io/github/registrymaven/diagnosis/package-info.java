/** Why a push fails and what mends it: causes and remedies. */
@NullMarked
package io.github.registrymaven.diagnosis;

import org.jspecify.annotations.NullMarked;
