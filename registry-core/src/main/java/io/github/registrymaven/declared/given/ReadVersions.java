package io.github.registrymaven.declared.given;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a module whose defaults are known here, as {@code 0.FIRST} to {@code 0.LAST}. Before its first version a
 * module may change them with each minor one, so of all others they are not.
 */
public record ReadVersions(int first, int last) {
    private static final Pattern PINNED = Pattern.compile("(?:=|~>)?\\s*v?0\\.(\\d{1,4})\\.\\d+");

    /**
     * Whether a call takes one of them.
     *
     * @param version the version or the constraint that it names; null where it names none that is known
     */
    public boolean contain(@Nullable String version) {
        Matcher pinned = PINNED.matcher(version == null ? "" : version.strip());
        if (!pinned.matches()) {
            return false;
        }
        int minor = Integer.parseInt(pinned.group(1));
        return first <= minor && minor <= last;
    }
}
