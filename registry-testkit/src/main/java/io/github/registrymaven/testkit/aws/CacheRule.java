package io.github.registrymaven.testkit.aws;

import java.time.Instant;

/** Repositories below a prefix are filled from elsewhere when they are pulled. */
record CacheRule(String prefix, String upstream, Instant createdAt) {}
