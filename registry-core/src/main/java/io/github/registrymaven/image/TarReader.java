package io.github.registrymaven.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the headers of a tar, and seeks over what is between them: POSIX ustar with extended ("pax") headers, and GNU's.
 *
 * <p>It is our own as Commons Compress, which can seek as well, brings 2.9 MB with what it depends on, and the plugin has to
 * stay below 4 MB.
 */
final class TarReader {
    /** An image has a few hundred. */
    private static final int MOST_ENTRIES = 1 << 16;

    /** All names and extended headers together. */
    private static final int MOST_TEXT = 8 << 20;

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1 << 12;

    private final Path path;
    private final FileChannel file;
    private final long length;
    private final List<TarEntry> entries = new ArrayList<>();
    private final Map<String, String> announced = new HashMap<>();
    private long at;
    private long text;

    private TarReader(Path path, FileChannel file) throws IOException {
        this.path = path;
        this.file = file;
        this.length = file.size();
    }

    static List<TarEntry> entries(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            TarReader reader = new TarReader(path, file);
            while (reader.next()) {
                if (reader.entries.size() > MOST_ENTRIES) {
                    throw BrokenImage.invalid(
                            path.toString(),
                            " has more than " + MOST_ENTRIES + " entries, and an image has a few hundred");
                }
            }
            return reader.entries;
        }
    }

    /** Reads a header, and steps over what it announces; false at the end. */
    private boolean next() throws IOException {
        // Two blocks of zeros end a tar; docker, like Go's reader, takes the end of the file for the end as well.
        if (at == length && at > 0) {
            return false;
        }
        if (length - at < TarHeader.BLOCK) {
            throw at == 0
                    ? BrokenImage.missing(path.toString(), " is no tar: it has " + length + " bytes")
                    : BrokenImage.missing(path.toString(), " is cut short: it ends in the header at byte " + at);
        }
        byte[] block = read(at, TarHeader.BLOCK);
        if (isZero(block)) {
            return false;
        }
        TarHeader header = TarHeader.parse(block);
        if (header == null) {
            throw at == 0
                    ? BrokenImage.missing(path.toString(), " is no tar: it does not begin with the header of an entry")
                    : BrokenImage.missing(
                            path.toString(), " is broken: at byte " + at + " there is no header of an entry");
        }
        take(header);
        return true;
    }

    private void take(TarHeader header) throws IOException {
        boolean isMeta = "LKxg".indexOf(header.type()) >= 0;
        String name = isMeta ? header.name() : announced.getOrDefault("path", header.name());
        long data = at + TarHeader.BLOCK;
        long size = header.isHeaderOnly() ? 0 : isMeta ? header.size() : size(header);
        TarEntry entry =
                new TarEntry(name, header.type(), at, data, size, announced.getOrDefault("linkpath", header.link()));
        if (size < 0) {
            throw broken(entry, "has a size that is not a number");
        }
        if (size > length - data) {
            throw BrokenImage.missing(
                    path.toString(),
                    " is cut short: " + entry.shown() + " announces " + size + " bytes, and the file ends after "
                            + (length - data));
        }
        if (isMeta) {
            announce(entry);
        } else {
            keep(entry);
            announced.clear();
        }
        at = Math.min(length, data + (size + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK);
    }

    private void keep(TarEntry entry) throws BrokenImage {
        // What is stored of a sparse file is not the file, and its size says nothing of what it expands to.
        if (entry.type() == 'S' || announced.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."))) {
            throw broken(
                    entry,
                    "is a sparse file, as no tool for images writes: write the tar without --sparse "
                            + "(bsdtar: with --no-read-sparse)");
        }
        if (entry.name().length() > LONGEST_NAME) {
            throw broken(entry, "has a name of " + entry.name().length() + " characters");
        }
        count(entry, 2L * (entry.name().length() + entry.link().length()));
        entries.add(entry);
    }

    /** Takes in what is written of the entry after this one. */
    private void announce(TarEntry meta) throws IOException {
        if (meta.size() > LONGEST_TEXT) {
            throw broken(meta, "is an extended header of " + meta.size() + " bytes");
        }
        count(meta, meta.size() + TarHeader.BLOCK);
        byte[] bytes = read(meta.offset(), (int) meta.size());
        switch (meta.type()) {
            case 'L' -> announced.put("path", untilZero(bytes));
            case 'K' -> announced.put("linkpath", untilZero(bytes));
            default -> {
                Map<String, String> records = PaxRecords.parse(bytes);
                if (records == null) {
                    throw broken(meta, "is an extended header that cannot be read");
                }
                // A global one ('g') names no single entry, so it says nothing that matters here.
                if (meta.type() == 'x') {
                    announced.putAll(records);
                }
            }
        }
    }

    private long size(TarHeader header) {
        String size = announced.get("size");
        if (size == null) {
            return header.size();
        }
        return size.matches("[0-9]{1,18}") ? Long.parseLong(size) : -1;
    }

    private void count(TarEntry entry, long more) throws BrokenImage {
        text += more;
        if (text > MOST_TEXT) {
            throw broken(
                    entry, "is one too many: the names of all entries together have more than " + MOST_TEXT + " bytes");
        }
    }

    private byte[] read(long position, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw BrokenImage.missing(path.toString(), " became shorter while it was read");
            }
        }
        return buffer.array();
    }

    private BrokenImage broken(TarEntry entry, String reason) {
        return BrokenImage.invalid(path.toString(), ": " + entry.shown() + " " + reason);
    }

    private static String untilZero(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static boolean isZero(byte[] block) {
        for (byte one : block) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }
}
