package io.github.registrymaven.policy.rules;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of bytes that somebody wrote down.
 *
 * @param written for people: {@code 300 MB}
 */
public record ByteLimit(long bytes, String written) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([A-Za-z]*)");
    private static final Map<String, Long> UNITS = Map.of(
            "", 1L,
            "b", 1L,
            "kb", 1000L,
            "mb", 1_000_000L,
            "gb", 1_000_000_000L,
            "kib", 1L << 10,
            "mib", 1L << 20,
            "gib", 1L << 30);

    /** Reads {@code 300 MB}, {@code 1.5GiB}, {@code 1000000}; null where it is no such thing, or nothing. */
    public static @Nullable ByteLimit of(String written) {
        Matcher form = FORM.matcher(written.strip());
        Long unit = form.matches() ? UNITS.get(form.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            return null;
        }
        long bytes =
                new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
        return bytes < 1 ? null : new ByteLimit(bytes, written.strip());
    }
}
