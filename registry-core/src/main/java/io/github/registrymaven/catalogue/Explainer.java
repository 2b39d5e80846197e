package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.AwsRemedies;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseBook;
import io.github.registrymaven.diagnosis.Remedy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what the text of a failed push means. May be shared by threads. */
public final class Explainer {
    private final Catalogue catalogue = Catalogue.open();
    private final CauseBook book = CauseBook.open();

    /** What a text means. */
    public Explanation explain(String source, String text) {
        try {
            return explain(source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be read", impossible);
        }
    }

    /**
     * What a program of any kind printed means. A database and a cluster word a failure as a registry does, so it has to
     * name an image, or to say with certainty what is said of images only; otherwise it is unknown.
     */
    public Explanation explainProgram(String source, String text) {
        Decision decision;
        try {
            decision = new LogScan(catalogue).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be read", impossible);
        }
        Explanation explained = explained(source, decision);
        Decision.Candidate decisive = decision.candidate();
        boolean isOfImages = explained.facts().containsKey("repository")
                || (decisive != null
                        && explained.confidence() == Confidence.CERTAIN
                        && catalogue.areOfImages(
                                decisive.reading(), decisive.failure().fit()));
        return isOfImages ? explained : unknown(source, "It may be the failure of something else than an image.");
    }

    /** What a log means; of any length, in a constant amount of memory. Reads to the end, and does not close. */
    public Explanation explain(String source, InputStream log) throws IOException {
        LogBytes bytes = LogBytes.of(log);
        return bytes.isText()
                ? explained(source, new LogScan(catalogue).read(bytes.stream()))
                : unknown(source, "This is no text, so nothing can be read from it.");
    }

    /** An explanation that says why there is none. */
    public Explanation unknown(String source, String why) {
        return new Explanation(
                source, Cause.UNKNOWN, Confidence.CERTAIN, List.of(), null, Map.of(), why, List.of(), null);
    }

    private Explanation explained(String source, Decision decision) {
        Decision.Candidate decisive = decision.candidate();
        if (decisive == null) {
            return unknown(source, "Nothing in it is known as the failure of a push or pull of an image.");
        }
        Entry entry = decisive.failure().entry();
        Reading reading = decisive.reading();
        AwsDenial denial = entry.means() == Cause.PERMISSION_DENIED
                ? AwsDenial.in(reading.passage().text())
                : null;
        KnownFacts facts = KnownFacts.of(decisive, decision, denial);
        boolean isPull = "pull".equals(facts.values().get("operation"));
        CauseBook.Pull pull = isPull && entry.note() == null && entry.headline() == null
                ? book.entry(entry.means()).pull()
                : null;
        String meaning = pull == null ? book.entry(entry.means()).meaning() : pull.meaning();
        return new Explanation(
                source,
                entry.means(),
                entry.confidence(),
                decision.alternatives(),
                reading.passage()
                        .lines(
                                decisive.failure().fit().start(),
                                decisive.failure().fit().end()),
                facts.values(),
                entry.note() == null ? meaning : entry.note(),
                remedies(entry, facts, denial),
                pull == null ? entry.headline() : pull.says());
    }

    private List<Remedy> remedies(Entry entry, KnownFacts facts, @Nullable AwsDenial denial) {
        if (denial != null) {
            return AwsRemedies.of(denial);
        }
        return entry.fixes() == null
                ? book.remedies(entry.means(), facts.forRemedies())
                : entry.fixes().stream()
                        .map(fix -> new Remedy(fix, List.of(), List.of()))
                        .toList();
    }
}
