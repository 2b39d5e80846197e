package io.github.registrymaven.declared.files;

import io.github.registrymaven.declared.tree.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
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
        String text = new String(bytes, charset(bytes));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** UTF-8, or UTF-16 where it begins so, as what PowerShell redirects into a file does. */
    public static Charset charset(byte[] start) {
        if (start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        boolean bigEndian = start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
        return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /** Whether a file is larger than what is read as a whole, as data that lies among templates may be. */
    public static boolean isTooLarge(SourceFile file) throws Unreadable {
        try {
            return Files.size(file.path()) > MOST_BYTES;
        } catch (IOException unreadable) {
            throw new Unreadable(file.start(), "cannot be read");
        }
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
