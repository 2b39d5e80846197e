package io.github.registrymaven.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a build printed, without colours and without the level in front of each line, which differ from Maven to Maven. */
public final class BuildLog {
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[;\\d]*m");
    private static final Pattern LEVEL = Pattern.compile("(?m)^\\[(INFO|WARNING|WARN|ERROR|DEBUG)] ?");

    private BuildLog() {}

    /** The log of the project in a folder; lines end with a line feed. */
    public static String of(File basedir) throws IOException {
        return plain(basedir.toPath().resolve("build.log"));
    }

    private static String plain(Path log) throws IOException {
        String text = Files.readString(log).replace("\r\n", "\n");
        return LEVEL.matcher(COLOUR.matcher(text).replaceAll("")).replaceAll("");
    }
}
