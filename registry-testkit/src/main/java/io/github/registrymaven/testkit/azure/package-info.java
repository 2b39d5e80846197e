/** Azure on loopback, as far as pushing images goes: Entra, Resource Manager and a container registry. */
@NullMarked
package io.github.registrymaven.testkit.azure;

import org.jspecify.annotations.NullMarked;
