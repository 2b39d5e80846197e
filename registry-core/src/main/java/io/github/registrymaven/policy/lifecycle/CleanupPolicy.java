package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cleanup policy of Artifact Registry. */
sealed interface CleanupPolicy {
    String id();

    /** The packages it is for; empty for all. */
    List<String> packagePrefixes();

    /** The ages of an image at which it begins or ceases to match. */
    List<Duration> ages();

    default String shown() {
        return "policy " + Shown.text(id());
    }

    /** Deletes what matches. */
    record Delete(String id, CleanupCondition condition) implements CleanupPolicy {
        @Override
        public List<String> packagePrefixes() {
            return condition.packagePrefixes();
        }

        @Override
        public List<Duration> ages() {
            return condition.ages();
        }
    }

    /** Keeps what matches, whatever else would delete it. */
    record Keep(String id, CleanupCondition condition) implements CleanupPolicy {
        @Override
        public List<String> packagePrefixes() {
            return condition.packagePrefixes();
        }

        @Override
        public List<Duration> ages() {
            return condition.ages();
        }
    }

    /** Keeps the newest versions of each package. */
    record KeepNewest(String id, List<String> packagePrefixes, int count) implements CleanupPolicy {
        public KeepNewest {
            packagePrefixes = List.copyOf(packagePrefixes);
        }

        @Override
        public List<Duration> ages() {
            return List.of();
        }

        boolean selects(@Nullable String packageName) {
            return packageName == null
                    ? packagePrefixes.isEmpty()
                    : CleanupCondition.startsWithOne(packageName, packagePrefixes);
        }
    }
}
