package io.github.registrymaven.policy.lifecycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as the providers' tools write them, and as people read them. */
final class Durations {
    /** Google's API writes {@code 2592000s}, its policy files {@code 30d} or {@code 1d12h} as well. */
    private static final Pattern PARTS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(w|d|h|m|s)");

    /** Go's units, for what follows the days of {@code acr purge --ago 2d3h6m}. */
    private static final Pattern GO_PARTS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(h|ms|m|s)");

    private static final Pattern DAYS_FIRST = Pattern.compile("(?:(\\d{1,6})d)?(.*)");
    private static final Map<String, BigDecimal> SECONDS = Map.of(
            "w", BigDecimal.valueOf(604_800),
            "d", BigDecimal.valueOf(86_400),
            "h", BigDecimal.valueOf(3_600),
            "m", BigDecimal.valueOf(60),
            "s", BigDecimal.ONE,
            "ms", new BigDecimal("0.001"));

    private Durations() {}

    /** Null where it is none. */
    static @Nullable Duration google(String text) {
        return text.isEmpty() ? null : sum(PARTS, text);
    }

    /** Null where it is none. */
    static @Nullable Duration acr(String text) {
        Matcher parts = DAYS_FIRST.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return null;
        }
        String days = parts.group(1);
        Duration rest = sum(GO_PARTS, parts.group(2));
        return rest == null ? null : rest.plusDays(days == null ? 0 : Long.parseLong(days));
    }

    private static @Nullable Duration sum(Pattern part, String text) {
        Matcher parts = part.matcher(text);
        BigDecimal seconds = BigDecimal.ZERO;
        int end = 0;
        while (end < text.length()) {
            if (!parts.find(end) || parts.start() != end) {
                return null;
            }
            BigDecimal unit = SECONDS.getOrDefault(parts.group(2), BigDecimal.ONE);
            seconds = seconds.add(new BigDecimal(parts.group(1)).multiply(unit));
            end = parts.end();
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    /** {@code 30 days}, {@code 1 day and 12 hours}: the two largest units. */
    static String shown(Duration duration) {
        long[] counts = {duration.toDays(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()};
        List<String> units = List.of("day", "hour", "minute", "second");
        StringBuilder shown = new StringBuilder();
        int named = 0;
        for (int i = 0; i < counts.length && named < 2; i++) {
            if (counts[i] > 0) {
                shown.append(named == 0 ? "" : " and ")
                        .append(counts[i])
                        .append(' ')
                        .append(units.get(i));
                shown.append(counts[i] == 1 ? "" : "s");
                named++;
            }
        }
        return named == 0 ? "0 days" : shown.toString();
    }
}
