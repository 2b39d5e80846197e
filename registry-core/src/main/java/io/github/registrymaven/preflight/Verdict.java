package io.github.registrymaven.preflight;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What a check, an image or a report comes to. */
public enum Verdict {
    /** Nothing was checked: a rung below failed, or there was no network. */
    SKIPPED,
    PASS,
    WARN,
    /** It could not be found out. */
    UNKNOWN,
    FAIL;

    /** The name in every output, such as {@code pass}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worst, in the order fail, unknown, warn, pass; {@link #SKIPPED} where there is nothing else. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(SKIPPED);
    }
}
