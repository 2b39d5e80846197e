package io.github.registrymaven.report;

import io.github.registrymaven.catalogue.KnownTexts;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseBook;
import io.github.registrymaven.diagnosis.CauseWords;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page about a cause, in Markdown: the files of {@code docs/causes}, and what {@code explain} prints offline. */
public final class CausePage {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    /** To the page of another cause. */
    private static final Pattern LINK = Pattern.compile("\\[([a-z-]+)]\\([a-z-]+\\.md\\)");

    private static final int LONGEST_EXAMPLE = 300;

    private final CauseBook book = CauseBook.open();
    private final CauseWords words = CauseWords.open();
    private final KnownTexts texts = new KnownTexts();

    /** The whole page. */
    public String of(Cause cause) {
        CauseWords.Words said = words.of(cause);
        List<String> parts = new ArrayList<>();
        parts.add("# " + said.title() + "\n\n`" + cause.id() + "`");
        parts.add(book.entry(cause).meaning());
        parts.add("## What it looks like\n\n" + looks(cause));
        parts.add("## How it is told apart\n\n" + said.apart());
        parts.add("## What mends it\n\n" + remedies(cause));
        parts.add("## When it is a false alarm\n\n" + said.falseAlarm());
        return String.join("\n\n", parts) + "\n";
    }

    /** The same where no link can be followed. */
    public String unlinked(Cause cause) {
        return LINK.matcher(of(cause)).replaceAll("$1");
    }

    private String looks(Cause cause) {
        return texts.of(cause).stream().map(CausePage::look).collect(Collectors.joining("\n\n"));
    }

    private static String look(KnownTexts.Text text) {
        String example = text.example().length() <= LONGEST_EXAMPLE
                ? text.example()
                : text.example().substring(0, LONGEST_EXAMPLE) + " …";
        String sure = switch (text.confidence()) {
            case CERTAIN -> "";
            case LIKELY -> "likely";
            case GUESS -> "the most frequent of several causes";
        };
        String others = text.alternatives().stream()
                .map(each -> "[" + each.id() + "](" + each.id() + ".md)")
                .collect(Collectors.joining(", "));
        String remark = (sure.isEmpty() ? "" : " — " + sure)
                + (others.isEmpty() ? "" : (sure.isEmpty() ? " — " : "; ") + "also written for " + others);
        return "**" + text.from() + "**" + remark + "\n\n" + block("", example)
                + (text.note() == null ? "" : "\n\n" + text.note());
    }

    private String remedies(Cause cause) {
        return book.entry(cause).remedies().stream()
                .map(CausePage::remedy)
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private static String remedy(CauseBook.Template template) {
        StringBuilder remedy = new StringBuilder("- " + named(template.title()) + where(template));
        if (template.commands() != null) {
            remedy.append("\n\n").append(indented(block("", named(String.join("\n", template.commands())))));
        }
        if (template.files() != null) {
            for (Remedy.File file : template.files()) {
                remedy.append("\n\n  `").append(named(file.name())).append("`\n\n");
                remedy.append(indented(block("", named(file.content()).stripTrailing())));
            }
        }
        return remedy.toString();
    }

    private static String where(CauseBook.Template template) {
        List<String> where = new ArrayList<>();
        if ("pull".equals(template.operation())) {
            where.add("where a pull is refused");
        }
        addWhere(where, "", template.tools());
        addWhere(where, "not ", template.notTools());
        addWhere(where, "", template.hosts());
        addWhere(where, "not ", template.notHosts());
        addWhere(where, "", template.kinds());
        addWhere(where, "not ", template.notKinds());
        return where.isEmpty() ? "" : " (" + String.join("; ", where) + ")";
    }

    private static void addWhere(List<String> where, String not, @Nullable List<String> names) {
        if (names != null) {
            where.add(not + String.join(", ", names));
        }
    }

    private static String named(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(name -> name.group(1).toUpperCase(Locale.ROOT));
    }

    private static String block(String language, String text) {
        return "```" + language + "\n" + text + "\n```";
    }

    private static String indented(String text) {
        return text.lines().map(line -> line.isEmpty() ? line : "  " + line).collect(Collectors.joining("\n"));
    }
}
