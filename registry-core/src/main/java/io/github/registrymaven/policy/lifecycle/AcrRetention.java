package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * ACR's retention policy: it deletes what has no tag, and says nothing of what has one.
 *
 * @param since when it was enabled, as it only counts for what lost its tag after that; null where that is not known
 */
record AcrRetention(int days, @Nullable Instant since) {
    static final String NAME = "retention";

    Duration age() {
        return Duration.ofDays(days);
    }

    String deed() {
        return "retention deletes what has been without a tag for " + days + " day" + (days == 1 ? "" : "s");
    }
}
