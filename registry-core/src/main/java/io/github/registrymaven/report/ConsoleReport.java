package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A preflight for the eyes of whoever runs the build: one line where all is well, and one block where it is not, in the
 * order what, seen, who, how to mend it, where to read on.
 */
public final class ConsoleReport {
    private static final int MOST_NAMES = 10;

    private final String details;

    /**
     * A report for one build.
     *
     * @param details where all findings can be read, such as {@code target/registry/preflight.json}
     */
    public ConsoleReport(String details) {
        this.details = details;
    }

    /** One image: a line where a push would be taken, otherwise a block. */
    public String of(ImageReport image) {
        return of(new SameTrouble(List.of(image)));
    }

    /** The images of one trouble: the block of the first, with the names of the others. */
    public String of(SameTrouble same) {
        Finding trouble = same.first().trouble();
        return trouble == null ? oneLine(same.first()) : block(same, trouble);
    }

    /** One image, rung by rung, with details of what is not well. */
    public String ladder(ImageReport image) {
        return ladder(image, false);
    }

    /** The same with details of what is well, too. */
    public String details(ImageReport image) {
        return ladder(image, true);
    }

    private static String ladder(ImageReport image, boolean all) {
        Block block = new Block().headline(image.reference() + " (" + image.foundIn() + "): " + word(image.verdict()));
        for (Finding check : image.checks()) {
            block.headline(
                    String.format(Locale.ROOT, "  %-7s %-18s %s", word(check.verdict()), check.id(), check.summary()));
            if (all || (check.verdict() != Verdict.SKIPPED && check.verdict() != Verdict.PASS)) {
                check.evidence().forEach(line -> block.headline(" ".repeat(29) + line));
            }
            check.unverified().forEach(line -> block.headline(" ".repeat(29) + "not proven: " + line));
        }
        Finding decisive = image.decisive();
        block.emptyLine();
        block.identity(image.identity());
        if (decisive != null) {
            block.remedies(decisive.remedies());
        }
        return block.text();
    }

    /** What it all comes to, in one line. */
    public String total(PreflightReport report) {
        List<ImageReport> asked =
                report.images().stream().filter(ConsoleReport::wasAsked).toList();
        int all = report.images().size();
        if (asked.isEmpty()) {
            return (all == 1 ? "1 image is" : all + " images are") + " well named; no registry was asked (offline)";
        }
        long well = asked.stream()
                .filter(image -> image.verdict() == Verdict.PASS || image.verdict() == Verdict.WARN)
                .count();
        return String.format(
                Locale.ROOT,
                "%d of %d image%s would be taken%s (%d request%s, %d ms)",
                well,
                all,
                all == 1 ? "" : "s",
                asked.size() == all ? "" : ", " + (all - asked.size()) + " not asked about",
                report.requests(),
                report.requests() == 1 ? "" : "s",
                report.durationMillis());
    }

    /** What a preflight of a whole reactor comes to, in one line. */
    public String reactor(PreflightReport report, boolean offline) {
        int all = report.images().size();
        String images = all == 1 ? "image" : "images";
        long well = report.images().stream()
                .filter(image -> image.verdict() == Verdict.PASS || image.verdict() == Verdict.WARN)
                .count();
        String count = well == all ? String.valueOf(all) : well + " of " + all;
        if (offline) {
            return count + " " + images + " well named; no registry was asked (offline)";
        }
        long hosts = report.images().stream()
                .map(ImageReport::host)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return String.format(
                Locale.ROOT,
                "%s %s on %d %s will be taken (%d ms)",
                count,
                images,
                hosts,
                hosts == 1 ? "registry" : "registries",
                report.durationMillis());
    }

    /** An image that would not be taken, as part of a sentence. */
    public static String inOneSentence(ImageReport image) {
        Finding decisive = image.decisive();
        String why = decisive == null ? word(image.verdict()) : decisive.summary();
        Cause cause = decisive == null ? null : decisive.cause();
        return Block.harmless(cause == null ? why : why + " (" + cause.id() + ")");
    }

    /** Whether more is known of an image than its name; a rung is skipped above one that is broken, or for want of a network. */
    static boolean wasAsked(ImageReport image) {
        return switch (image.verdict()) {
            case FAIL, UNKNOWN -> true;
            case PASS, WARN -> image.checks().stream().noneMatch(check -> check.verdict() == Verdict.SKIPPED);
            case SKIPPED -> false;
        };
    }

    /** An image that is well, or was not asked about. */
    static String oneLine(ImageReport image) {
        if (image.verdict() == Verdict.SKIPPED) {
            return Block.harmless(image.reference() + ": not checked");
        }
        Identity identity = image.identity();
        if (!wasAsked(image)) {
            return Block.harmless(image.reference() + ": the name is fine, its registry was not asked (offline)");
        }
        List<String> said = new ArrayList<>();
        said.add(identity == null ? "no login is asked for" : "as " + identity.name());
        image.checks().stream()
                .filter(check -> check.id().equals("tag"))
                .map(Finding::summary)
                .forEach(said::add);
        return Block.harmless(image.reference() + " would be taken, " + String.join("; ", said));
    }

    /** Images that would not be taken, as part of a sentence: each trouble once. */
    public static String inOneSentence(List<ImageReport> broken) {
        return SameTrouble.in(broken).stream()
                .map(same -> inOneSentence(same.first()) + alike(same.others().size()))
                .collect(Collectors.joining("; "));
    }

    private static String alike(int others) {
        return others == 0 ? "" : ", and " + others + " more for the same reason";
    }

    private String block(SameTrouble same, Finding decisive) {
        ImageReport image = same.first();
        Block block = new Block().headline(decisive.summary());
        block.emptyLine();
        block.section("image", image.reference() + " (" + image.foundIn() + ")");
        block.section("likewise", names(same.others()));
        Cause cause = decisive.cause();
        if (cause != null) {
            block.section("cause", cause.id());
        }
        block.section("seen", decisive.evidence());
        block.identity(image.identity());
        block.remedies(decisive.remedies());
        block.more(details, cause);
        return block.text();
    }

    private static List<String> names(List<ImageReport> images) {
        int shown = images.size() > MOST_NAMES ? MOST_NAMES - 1 : images.size();
        List<String> names = new ArrayList<>();
        images.subList(0, shown).forEach(image -> names.add(image.reference()));
        if (shown < images.size()) {
            names.add("and " + (images.size() - shown) + " more");
        }
        return names;
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "ok";
            case WARN -> "warn";
            case FAIL -> "FAIL";
            case UNKNOWN -> "unknown";
            case SKIPPED -> "skip";
        };
    }
}
