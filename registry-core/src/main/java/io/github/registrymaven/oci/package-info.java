/** The distribution protocol as a push speaks it: challenge, token, probe, manifest. */
@NullMarked
package io.github.registrymaven.oci;

import org.jspecify.annotations.NullMarked;
