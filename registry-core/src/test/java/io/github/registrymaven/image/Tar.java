package io.github.registrymaven.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes tars, sound and broken ones, entry by entry. */
final class Tar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Tar file(String name, byte[] content) {
        return entry(name, '0', content.length, "").data(content);
    }

    Tar file(String name, String content) {
        return file(name, utf8(content));
    }

    Tar symbolicLink(String name, String target) {
        return entry(name, '2', 0, target);
    }

    Tar hardLink(String name, String target) {
        return entry(name, '1', 0, target);
    }

    Tar folder(String name) {
        return entry(name, '5', 0, "");
    }

    /** An extended header, for the entry after it. */
    Tar pax(String... records) {
        StringBuilder text = new StringBuilder();
        for (String record : records) {
            int length = record.length() + 3;
            while (String.valueOf(length).length() + record.length() + 2 != length) {
                length++;
            }
            text.append(length).append(' ').append(record).append('\n');
        }
        byte[] content = utf8(text.toString());
        return entry("PaxHeaders/x", 'x', content.length, "").data(content);
    }

    /** GNU's way to write a name ('L') or a link's target ('K') that is too long for a header. */
    Tar gnuLong(char type, String text) {
        byte[] content = utf8(text + "\0");
        return entry("././@LongLink", type, content.length, "").data(content);
    }

    /** A header that announces what may not follow. */
    Tar entry(String name, char type, long size, String link) {
        byte[] header = new byte[BLOCK];
        put(header, 0, utf8(name));
        put(header, 100, utf8("0000644\0" + "0000000\0" + "0000000\0"));
        put(header, 124, utf8(String.format("%011o\0%011o\0", size, 0)));
        header[156] = (byte) type;
        put(header, 157, utf8(link));
        put(header, 257, utf8("ustar\00000"));
        return header(header);
    }

    /** A header of 512 bytes; its checksum is filled in. */
    Tar header(byte[] header) {
        mend(header, 0);
        bytes.writeBytes(header);
        return this;
    }

    Tar data(byte[] content) {
        bytes.writeBytes(content);
        bytes.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return this;
    }

    /** The tar, with the zeros that end one. */
    byte[] bytes() {
        byte[] whole = new byte[bytes.size() + 2 * BLOCK];
        System.arraycopy(bytes.toByteArray(), 0, whole, 0, bytes.size());
        return whole;
    }

    /** Without anything after the last entry. */
    byte[] unended() {
        return bytes.toByteArray();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** Makes the checksum right. */
    static void mend(byte[] tar, int at) {
        put(tar, at + 148, utf8("        "));
        int sum = 0;
        for (int each = at; each < at + BLOCK; each++) {
            sum += tar[each] & 0xff;
        }
        put(tar, at + 148, utf8(String.format("%06o\0 ", sum)));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(byte[] header, int at, byte[] text) {
        System.arraycopy(text, 0, header, at, text.length);
    }
}
