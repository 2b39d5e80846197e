package io.github.registrymaven.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tar, by the names of its entries. Where a name comes twice the last one counts, as for whoever extracts it.
 *
 * @param entries files and links, by their normal names
 */
record TarStore(Path path, Map<String, TarEntry> entries) implements Store {
    /** Nothing is extracted, so that a name that leads out could do no harm; whoever writes one means harm, though. */
    static TarStore open(Path path) throws IOException {
        Map<String, TarEntry> entries = new HashMap<>();
        for (TarEntry entry : TarReader.entries(path)) {
            String name = EntryPath.normal(entry.name());
            if (name == null) {
                throw BrokenImage.invalid(path.toString(), ": " + entry.shown() + " lies outside of the archive");
            }
            if (entry.isLink() && target(name, entry) == null) {
                throw BrokenImage.invalid(
                        path.toString(),
                        ": " + entry.shown() + " is a link out of the archive, to " + Printable.of(entry.link()));
            }
            if (entry.isFile() || entry.isLink()) {
                entries.put(name, entry);
            }
        }
        return new TarStore(path, entries);
    }

    @Override
    public @Nullable Stored find(String name) throws IOException {
        String next = EntryPath.normal(name);
        if (next == null) {
            throw BrokenImage.invalid(
                    path.toString(), " names " + Printable.of(name) + ", which lies outside of the archive");
        }
        Set<String> followed = new HashSet<>();
        TarEntry entry = entries.get(next);
        TarEntry first = entry;
        while (entry != null && entry.isLink() && next != null) {
            if (!followed.add(next)) {
                throw BrokenImage.invalid(place(entry), " is a link in a circle");
            }
            next = target(next, entry);
            entry = next == null ? null : entries.get(next);
        }
        if (entry == null) {
            if (first == null) {
                return null;
            }
            throw BrokenImage.missing(
                    place(first), " is a link to " + Printable.of(first.link()) + ", which is not in the archive");
        }
        return new Stored(path, entry.offset(), entry.size(), place(entry));
    }

    private String place(TarEntry entry) {
        return path + ", " + entry.shown();
    }

    /** A hard link names its target from the top, a symbolic one from its own folder. */
    private static @Nullable String target(String name, TarEntry link) {
        return link.type() == TarEntry.HARD_LINK
                ? EntryPath.normal(link.link())
                : EntryPath.symbolic(name, link.link());
    }
}
