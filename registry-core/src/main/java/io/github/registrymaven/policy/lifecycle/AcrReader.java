package io.github.registrymaven.policy.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what cleans up an ACR registry: the retention policy as Azure Resource Manager has it, and the purge tasks' commands. */
final class AcrReader {
    private static final int MOST_TASKS = 100;
    private static final int DEFAULT_DAYS = 7;
    private static final int MOST_DAYS = 365;

    private AcrReader() {}

    static AcrPolicy read(Field document, boolean dryRun) throws InvalidDocument {
        document.objectOf(Set.of("retention", "purgeTasks"));
        Field tasks = document.member("purgeTasks");
        List<PurgeTask> read = new ArrayList<>();
        if (tasks != null) {
            if (tasks.items().size() > MOST_TASKS) {
                throw tasks.problem("has " + tasks.items().size() + " tasks; at most " + MOST_TASKS + " are looked at");
            }
            for (Field task : tasks.items()) {
                read.add(PurgeCommand.parse(task, "purgeTasks[" + read.size() + "]"));
            }
        }
        return new AcrPolicy(retention(document.member("retention")), read, dryRun);
    }

    private static @Nullable AcrRetention retention(@Nullable Field retention) throws InvalidDocument {
        if (retention == null) {
            return null;
        }
        retention.objectOf(Set.of("status", "enabled", "days", "lastUpdatedTime"));
        Field status = retention.member("status");
        Field enabled = retention.member("enabled");
        Field days = retention.member("days");
        int after = days == null ? DEFAULT_DAYS : days.integer(0, MOST_DAYS);
        if (status == null && enabled == null) {
            throw retention.problem("has no status; it takes enabled or disabled");
        }
        boolean on = status == null
                ? enabled != null && enabled.truth()
                : status.oneOf(true, "enabled", "disabled").equals("enabled");
        return on ? new AcrRetention(after, Instants.optional(retention.member("lastUpdatedTime"))) : null;
    }
}
