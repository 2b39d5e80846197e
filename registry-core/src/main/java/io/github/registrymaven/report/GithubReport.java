package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What GitHub's runner shows of a preflight: annotations at the line where an image is named, and a summary of the step.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">workflow commands</a>
 */
public final class GithubReport {
    /** Commands for the runner, a line each, that have to begin in the first column of what the build prints. */
    public List<String> annotations(ImageReport image, Site site) {
        List<String> commands = new ArrayList<>();
        for (Remark remark : Remark.about(image, site)) {
            String line =
                    remark.site().line() == null ? "" : ",line=" + remark.site().line();
            commands.add("::" + remark.level().name().toLowerCase(Locale.ROOT) + " file="
                    + property(remark.site().file()) + line + ",title=" + property(remark.rule()) + "::"
                    + data(remark.summary() + "\n\n" + String.join("\n", remark.details())));
        }
        return commands;
    }

    /** A part of the step's summary: the image and what it came to, and where it is not well how to mend it. */
    public String summary(ImageReport image) {
        Finding decisive = image.trouble();
        StringBuilder text = new StringBuilder("#### ")
                .append(mark(image))
                .append(' ')
                .append(code(image.reference()))
                .append("\n\n");
        if (decisive == null) {
            return text.append(plain(ConsoleReport.oneLine(image)))
                    .append("\n\n")
                    .toString();
        }
        Cause cause = decisive.cause();
        text.append(plain(decisive.summary()))
                .append(cause == null ? "" : " (" + code(cause.id()) + ")")
                .append("\n\n");
        decisive.evidence().forEach(line -> text.append("- ").append(code(line)).append('\n'));
        text.append(decisive.remedies().isEmpty() ? "\n" : "\n**How to fix it**\n\n");
        for (Remedy remedy : decisive.remedies()) {
            text.append(plain(remedy.title())).append("\n\n");
            if (!remedy.commands().isEmpty()) {
                text.append(fenced(String.join("\n", remedy.commands())));
            }
            remedy.files()
                    .forEach(file ->
                            text.append(code(file.name())).append("\n\n").append(fenced(file.content())));
        }
        return text.toString();
    }

    private static String mark(ImageReport image) {
        return switch (image.verdict()) {
            case PASS -> ":white_check_mark:";
            case WARN -> ":warning:";
            case FAIL -> ":x:";
            case UNKNOWN -> ":grey_question:";
            case SKIPPED -> ":fast_forward:";
        };
    }

    /** Text of others is no markup here: whatever could be one is a character reference. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Block.harmless(text).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || " .,;'\"/()".indexOf(point) >= 0) {
                plain.appendCodePoint(point);
            } else {
                plain.append("&#").append(point).append(';');
            }
        });
        return plain.toString();
    }

    private static String code(String text) {
        return "`" + Block.harmless(text).replace('`', '\'') + "`";
    }

    private static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        String lines = new Block().section("", text.lines().toList()).text();
        return fence + "\n" + lines.stripIndent().strip() + "\n" + fence + "\n\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
