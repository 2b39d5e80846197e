package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page that needs nothing from anywhere: for a build's artifacts, a mail, a printer. It runs no script. */
public final class HtmlReport {
    private final String tool;
    private final String version;

    /** A report by a tool of ours. */
    public HtmlReport(String tool, String version) {
        this.tool = tool;
        this.version = version;
    }

    /** The whole page; what is not well comes first. */
    public String write(PreflightReport report) {
        return new Html()
                .markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        // Whatever may have slipped through loads nothing and runs nothing.
                        + "<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .text("title", title(report))
                .markup("<style>\n" + css() + "</style>\n</head>\n")
                .element("body", page -> {
                    page.text("h1", title(report));
                    page.text(
                            "p",
                            "faint",
                            tool + " " + version + ", " + Quantity.of(report.requests(), "request") + ", "
                                    + report.durationMillis() + " ms");
                    worstFirst(report).forEach(image -> card(page, image));
                })
                .markup("</html>\n")
                .toString();
    }

    private static String title(PreflightReport report) {
        long broken = report.images().stream()
                .filter(image -> image.verdict() == Verdict.FAIL)
                .count();
        long unknown = report.images().stream()
                .filter(image -> image.verdict() == Verdict.UNKNOWN)
                .count();
        String all = Quantity.of(report.images().size(), "image");
        if (broken > 0) {
            return broken + " of " + all + " would not be taken";
        }
        return unknown > 0
                ? unknown + " of " + all + " could not be found out about"
                : all + " checked, none would fail";
    }

    private static Stream<ImageReport> worstFirst(PreflightReport report) {
        return report.images().stream().sorted((one, other) -> other.verdict().compareTo(one.verdict()));
    }

    private static void card(Html page, ImageReport image) {
        page.element("section", "card " + image.verdict().id(), card -> {
            card.element(
                    "div",
                    "head",
                    head -> head.text("span", "word", word(image.verdict())).text("h2", image.reference()));
            Finding trouble = image.trouble();
            if (trouble == null) {
                card.text("p", ConsoleReport.oneLine(image));
                card.element("dl", facts -> facts(facts, image, null));
            } else {
                diagnosis(card, image, trouble);
            }
            card.element("details", details -> {
                details.text("summary", "All checks");
                details.element("table", table -> image.checks().forEach(check -> row(table, check)));
            });
        });
    }

    private static void diagnosis(Html card, ImageReport image, Finding trouble) {
        card.text("p", "summary", trouble.summary());
        card.element("dl", facts -> facts(facts, image, trouble.cause()));
        if (!trouble.evidence().isEmpty()) {
            card.text("h3", "What was seen");
            card.text("pre", String.join("\n", trouble.evidence()));
        }
        remedies(card, trouble.remedies());
    }

    private static void facts(Html facts, ImageReport image, @Nullable Cause cause) {
        fact(facts, "Named in", image.foundIn());
        if (cause != null) {
            fact(facts, "Cause", cause.id());
        }
        Identity identity = image.identity();
        if (identity != null) {
            fact(
                    facts,
                    "Identity",
                    identity.name() + ", from " + identity.origin()
                            + (identity.expires() == null ? "" : ", until " + identity.expires()));
        }
    }

    private static void fact(Html facts, String name, String value) {
        facts.text("dt", name).text("dd", value);
    }

    private static void remedies(Html card, List<Remedy> remedies) {
        if (!remedies.isEmpty()) {
            card.text("h3", "How to fix it");
        }
        for (Remedy remedy : remedies) {
            card.text("p", remedy.title());
            if (!remedy.commands().isEmpty()) {
                card.text("pre", String.join("\n", remedy.commands()));
            }
            for (Remedy.File file : remedy.files()) {
                card.text("p", "faint", file.name());
                card.text("pre", file.content().stripTrailing());
            }
        }
    }

    private static void row(Html table, Finding check) {
        table.element(
                "tr",
                row -> row.element(
                                "td",
                                cell -> cell.text(
                                        "span", "word " + check.verdict().id(), word(check.verdict())))
                        .text("td", check.id())
                        .text(
                                "td",
                                check.unverified().isEmpty()
                                        ? check.summary()
                                        : check.summary() + "; not proven: " + String.join(", ", check.unverified())));
    }

    private static String word(Verdict verdict) {
        return verdict == Verdict.PASS ? "ok" : verdict.id();
    }

    private static String css() {
        try (InputStream resource = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("report.css cannot be read from our own jar", unreadable);
        }
    }
}
