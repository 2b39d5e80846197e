package io.github.registrymaven.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What CI systems, loggers and mail put before each line, and so into the middle of a sentence that they break. */
final class LinePrefix {
    /** More than these never come together. */
    private static final int MOST = 6;

    // Every repetition is possessive and bounded, so a prefix is looked at once.
    private static final Pattern PREFIX = Pattern.compile("(?:"
            // BuildKit: "#21 12.34 "
            + "#\\d{1,4}+ (?:\\d{1,5}+\\.\\d{1,4}+ )?+"
            // Cloud Build: Step #1 - "build": Step #1:
            + "|Step #\\d{1,3}+(?: - [\"\\w./ -]{1,60}+)?+: "
            + "|##\\[(?:error|warning|debug|section|command|group)\\]"
            + "|::(?:error|warning|debug|notice)(?: [^:]{0,120}+)?+::"
            // Maven, Jenkins' plugins, CodeBuild
            + "|\\[(?:ERROR|WARNING|WARN|INFO|DEBUG|FATAL|error|warning|info|Container|Docker|Pipeline|creator)\\]\\s{0,4}+"
            // an ISO timestamp, "2020/02/29 09:30:18 ", "07:37:19: ", "[2024-03-08T09:10:50Z] "
            + "|\\[?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9}+)?+(?:Z|[+-]\\d\\d:?\\d\\d)?+\\]?:? "
            + "|\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9}+)?+\\]?:? {1,8}+"
            // klog: "E0825 06:01:17.145356       1 file.go:50] "
            + "|[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{1,6}+ {1,8}+\\d{1,7}+ [\\w.-]{1,60}+:\\d{1,5}+\\] "
            // logrus on a terminal
            + "|(?:INFO|WARN|ERRO|FATA|DEBU|TRAC)\\[\\d{4,6}+\\] {1,3}+"
            // a numbered line, a quoted line, a line of a box
            + "|\\d{1,6}+ {0,3}+[|\u2502] "
            + "|[>|\u2502\u2022\u25b8] {1,8}+"
            + ")");

    private LinePrefix() {}

    static Pattern pattern() {
        return PREFIX;
    }

    static String strip(String line) {
        int from = blanks(line, 0);
        Matcher prefix = PREFIX.matcher(line);
        for (int i = 0; i < MOST && prefix.region(from, line.length()).lookingAt(); i++) {
            from = blanks(line, prefix.end());
        }
        return from == 0 ? line : line.substring(from);
    }

    private static int blanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
