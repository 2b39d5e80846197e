package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when on a rule takes an image that it selects. */
sealed interface EcrCount {
    /** What lies beyond the newest. */
    record MoreThan(int images) implements EcrCount {}

    /** What is older than so many days: exactly so old is not older. */
    record Since(Clock clock, int days) implements EcrCount {
        Duration age() {
            return Duration.ofDays(days);
        }

        /** Null where the inventory does not say when the days begin. */
        @Nullable
        Instant end(InventoryImage image) {
            Instant begin = clock.begin(image);
            return begin == null ? null : begin.plus(age());
        }
    }

    /** What the days are counted from. */
    enum Clock {
        PUSHED("sinceImagePushed", "pushed") {
            @Override
            Instant begin(InventoryImage image) {
                return image.pushedAt();
            }
        },
        PULLED("sinceImagePulled", "last pulled") {
            /** A pull from before a restore does not count: the restore takes its place. */
            @Override
            Instant begin(InventoryImage image) {
                Instant pulled = image.pulledAt();
                Instant restored = image.activatedAt();
                if (restored != null && (pulled == null || pulled.isBefore(restored))) {
                    return restored;
                }
                return pulled == null ? image.pushedAt() : pulled;
            }
        },
        TRANSITIONED("sinceImageTransitioned", "archived") {
            @Override
            @Nullable
            Instant begin(InventoryImage image) {
                return image.archivedAt();
            }
        };

        private final String word;
        private final String shown;

        Clock(String word, String shown) {
            this.word = word;
            this.shown = shown;
        }

        abstract @Nullable Instant begin(InventoryImage image);

        String word() {
            return word;
        }

        String shown() {
            return shown;
        }
    }
}
