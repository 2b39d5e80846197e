package io.github.registrymaven.declared.files;

import io.github.registrymaven.declared.tree.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A file's text. */
public final class SourceText {
    /** Far more than a template may have (1 MB), and than anybody writes. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private SourceText() {}

    /** The whole text, without a byte order mark. */
    public static String of(SourceFile file) throws Unreadable {
        byte[] bytes = start(file, MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable(file.start(), "is larger than " + (MOST_BYTES >> 20) + " MB, and is not read");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Its first bytes, to tell what it is. */
    public static byte[] start(SourceFile file, int length) throws Unreadable {
        try (InputStream in = Files.newInputStream(file.path())) {
            return in.readNBytes(length);
        } catch (IOException unreadable) {
            throw new Unreadable(file.start(), "cannot be read");
        }
    }
}
