/** How a registry is reached: proxies, trust, time-outs, and a name for whatever stands in the way. */
@NullMarked
package io.github.registrymaven.network;

import org.jspecify.annotations.NullMarked;
