package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines with a label at the left, as a failure is told. What comes from elsewhere (a server's words, a name as written)
 * is made harmless here: a terminal is sent no control character but the line end.
 */
final class Block {
    private static final int LABEL = 10;
    private static final String MARGIN = "    ";

    private final StringBuilder text = new StringBuilder();

    /** A line without a label or margin. */
    Block headline(String line) {
        text.append(harmless(line)).append('\n');
        return this;
    }

    /** A label and its lines; nothing where there are no lines. */
    Block section(String label, List<String> lines) {
        String left = label;
        for (String line : lines) {
            for (String part : line.split("\n", -1)) {
                text.append((MARGIN + padded(left) + harmless(part)).stripTrailing())
                        .append('\n');
                left = "";
            }
        }
        return this;
    }

    Block section(String label, String line) {
        return section(label, List.of(line));
    }

    Block emptyLine() {
        text.append('\n');
        return this;
    }

    /** Who it was, and by which login. */
    Block identity(@Nullable Identity identity) {
        if (identity == null) {
            return this;
        }
        String expires = identity.expires() == null ? "" : ", until " + identity.expires();
        return section("identity", identity.name() + ", from " + identity.origin() + expires);
    }

    /** What mends it, to be copied. */
    Block remedies(List<Remedy> remedies) {
        List<String> lines = new ArrayList<>();
        for (Remedy remedy : remedies) {
            lines.add("- " + remedy.title());
            remedy.commands().forEach(command -> lines.add("    " + command));
            for (Remedy.File file : remedy.files()) {
                lines.add("    " + file.name() + ":");
                file.content().stripTrailing().lines().forEach(line -> lines.add("      " + line));
            }
        }
        return section("fix", lines);
    }

    /** Where to read on: the whole report, and what is known of the cause. */
    Block more(String details, @Nullable Cause cause) {
        return section("more", cause == null ? List.of(details) : List.of(details, page(cause)));
    }

    /** What shows the page about a cause, without a network. */
    static String page(Cause cause) {
        return "mvn io.github.registrymaven:registry-maven-plugin:explain -Dregistry.cause=" + cause.id();
    }

    /** All lines, the last without a line end. */
    String text() {
        return text.toString().stripTrailing();
    }

    static String harmless(String line) {
        StringBuilder harmless = new StringBuilder(line.length());
        int point;
        for (int at = 0; at < line.length(); at += Character.charCount(point)) {
            point = line.codePointAt(at);
            boolean steers = Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
            harmless.appendCodePoint(steers ? '?' : point);
        }
        return harmless.toString();
    }

    private static String padded(String label) {
        return label + " ".repeat(Math.max(0, LABEL - label.length()));
    }
}
