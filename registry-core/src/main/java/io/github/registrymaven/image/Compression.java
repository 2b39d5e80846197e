package io.github.registrymaven.image;

import io.github.registrymaven.diagnosis.ShellText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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

    private final String program;

    Compression(String magic, String program) {
        this.magic = magic;
        this.program = program;
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

    /** The command that undoes it. As a filter, for as a file these programs take none whose name does not tell of them. */
    String expanding(Path file, String to) {
        return program + " < " + ShellText.quoted(file.toString()) + " > " + to;
    }
}
