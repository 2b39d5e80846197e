package io.github.registrymaven.policy.lifecycle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Instants as the providers write them: RFC 3339, in UTC or with an offset. */
final class Instants {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Instants() {}

    static @Nullable Instant optional(@Nullable Field field) throws InvalidDocument {
        return field == null ? null : of(field);
    }

    static Instant of(Field field) throws InvalidDocument {
        String text = field.text();
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException notATime) {
            throw unusable(field, text);
        }
        throw unusable(field, text);
    }

    private static InvalidDocument unusable(Field field, String text) {
        return field.problem("is " + Shown.quoted(text) + "; it takes an instant, as 2026-01-31T00:00:00Z");
    }
}
