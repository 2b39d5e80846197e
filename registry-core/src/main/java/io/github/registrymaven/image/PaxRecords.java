package io.github.registrymaven.image;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an extended header of POSIX.1-2001 says of the entry after it: records of {@code length key=value}. */
final class PaxRecords {
    private PaxRecords() {}

    /** Null where they are not written so. */
    static @Nullable Map<String, String> parse(byte[] bytes) {
        Map<String, String> records = new HashMap<>();
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int blank = at;
            int length = 0;
            while (blank < bytes.length && bytes[blank] >= '0' && bytes[blank] <= '9' && length <= bytes.length) {
                length = 10 * length + bytes[blank] - '0';
                blank++;
            }
            int end = at + length;
            if (blank >= bytes.length || bytes[blank] != ' ' || end > bytes.length || end < blank + 2) {
                return null;
            }
            String record = new String(bytes, blank + 1, end - blank - 2, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (bytes[end - 1] != '\n' || equals < 0) {
                return null;
            }
            records.put(record.substring(0, equals), record.substring(equals + 1));
            at = end;
        }
        return records;
    }
}
