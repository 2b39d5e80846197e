package io.github.registrymaven.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/** How a file is compressed, told by its first bytes as docker tells it. */
enum Compression {
    NONE("", ""),
    GZIP("1f8b08", "gunzip"),
    ZSTD("28b52ffd", "unzstd"),
    XZ("fd377a585a00", "unxz"),
    BZIP2("425a683.314159265359", "bunzip2");

    /** In hexadecimal, as a pattern. */
    private final String magic;

    private final String remedy;

    Compression(String magic, String remedy) {
        this.magic = magic;
        this.remedy = remedy;
    }

    static Compression of(Content content) throws IOException {
        String begin;
        try (InputStream in = content.open()) {
            begin = HexFormat.of().formatHex(in.readNBytes(10));
        }
        for (Compression each : values()) {
            if (each != NONE && begin.matches(each.magic + ".*")) {
                return each;
            }
        }
        return NONE;
    }

    /** The program that undoes it. */
    String remedy() {
        return remedy;
    }
}
