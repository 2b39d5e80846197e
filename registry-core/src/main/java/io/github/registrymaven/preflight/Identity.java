package io.github.registrymaven.preflight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is pushing.
 *
 * @param name the user name, or what the token says it is for
 * @param origin where the credential came from
 * @param expires when it ends, where that is known
 */
public record Identity(String name, String origin, @Nullable Instant expires) {}
