package io.github.registrymaven.image;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Names of files in an archive or a layout, in one spelling: {@code ./a//b/../c} is {@code a/c}. */
final class EntryPath {
    private EntryPath() {}

    /** The name, seen from the top; null where it leads out: it is absolute, or climbs above the top. */
    static @Nullable String normal(String name) {
        return name.startsWith("/") ? null : walk(new ArrayDeque<>(), name);
    }

    /** What a symbolic link points to, whose target is named from the folder that the link is in. */
    static @Nullable String symbolic(String link, String target) {
        if (target.startsWith("/")) {
            return null;
        }
        int folder = link.lastIndexOf('/');
        return normal(folder < 0 ? target : link.substring(0, folder + 1) + target);
    }

    private static @Nullable String walk(Deque<String> parts, String name) {
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
