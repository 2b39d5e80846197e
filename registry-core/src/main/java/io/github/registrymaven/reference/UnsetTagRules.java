package io.github.registrymaven.reference;

import java.util.List;
import java.util.Set;

/**
 * A tag that is what tools write where a value is missing: Maven puts {@code null} for an expression without a value in a
 * property of the command line, {@code jq} for a member that is not there. A registry takes it as any other tag.
 */
final class UnsetTagRules {
    private static final Set<String> NOTHING = Set.of("null", "undefined");

    private UnsetTagRules() {}

    static List<NamingRemark> check(ImageReference image) {
        String tag = image.tag();
        return tag == null || !NOTHING.contains(tag)
                ? List.of()
                : List.of(NamingRemark.warn(
                        image,
                        image.written().lastIndexOf(tag),
                        "the tag is the word " + tag + ", as where a property or a variable has no value",
                        "the version, or whatever the tag was to be",
                        null));
    }
}
