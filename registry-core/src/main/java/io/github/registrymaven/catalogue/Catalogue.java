package io.github.registrymaven.catalogue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything that is known of how failures are worded, read from {@code catalogue.json}. */
final class Catalogue {
    /** The file: words that entries name as a group, entries, and mentions. */
    private record Document(Map<String, List<String>> groups, List<Entry> entries, List<Mention> mentions) {}

    /** A wording of an entry. */
    private record Sentence(Entry entry, Wording wording, Surroundings surroundings) {}

    /** A wording of a mention. */
    private record Naming(Mention mention, Wording wording) {}

    /** A log that only repeats itself is not read the slower for it. */
    private static final int MOST_TIMES = 20;

    private static final int MOST_TRIES = 400;

    private final Map<String, List<String>> groups;
    private final List<Entry> entries;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Naming> namings = new ArrayList<>();
    private final Anchors close;
    private final Anchors far;

    private Catalogue(Document document) {
        this.groups = document.groups();
        this.entries = List.copyOf(document.entries());
        for (Entry entry : entries) {
            Surroundings surroundings = Surroundings.of(entry, groups);
            entry.wordings().forEach(wording -> sentences.add(new Sentence(entry, wording, surroundings)));
            entry.statusWordings().forEach(wording -> sentences.add(new Sentence(entry, wording, surroundings)));
        }
        document.mentions().forEach(mention -> namings.add(new Naming(mention, Wording.of(mention.says()))));
        List<String> failures =
                sentences.stream().map(each -> each.wording().beginning()).toList();
        List<String> all = new ArrayList<>(failures);
        namings.forEach(each -> all.add(each.wording().beginning()));
        List<String> distant = new ArrayList<>(failures);
        namings.stream()
                .filter(each -> each.mention().landmark())
                .forEach(each -> distant.add(each.wording().beginning()));
        this.close = new Anchors(all);
        this.far = new Anchors(distant);
    }

    /** The catalogue that comes with this version. */
    static Catalogue open() {
        try (InputStream resource = Objects.requireNonNull(Catalogue.class.getResourceAsStream("catalogue.json"))) {
            return new Catalogue(
                    new Gson().fromJson(new InputStreamReader(resource, StandardCharsets.UTF_8), Document.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("catalogue.json cannot be read from our own jar", unreadable);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether a failure is told in words that are of images and nothing else. */
    boolean areOfImages(Reading reading, Wording.Fit fit) {
        return Surroundings.areOfImages(reading, fit, groups);
    }

    /** Finds in bytes what is worth a closer look. */
    Anchors.Reader reader() {
        return far.reader();
    }

    /** What a passage says, in the order of its words; of a sentence that comes many times the first times. */
    Reading read(Passage passage) {
        List<Reading.Failure> failures = new ArrayList<>();
        List<Reading.Name> names = new ArrayList<>();
        int[] times = new int[sentences.size() + namings.size()];
        int[] done = {0};
        close.in(passage.plain(), (text, end) -> {
            boolean isFailure = text < sentences.size();
            Wording wording = isFailure
                    ? sentences.get(text).wording()
                    : namings.get(text - sentences.size()).wording();
            Wording.Fit fit = times[text] >= MOST_TRIES
                    ? null
                    : wording.at(
                            passage.plain(),
                            end - Anchors.compared(wording.beginning().length()));
            if (fit == null) {
                return;
            }
            times[text]++;
            if (!isFailure) {
                times[text] += MOST_TRIES / MOST_TIMES;
                Mention mention = namings.get(text - sentences.size()).mention();
                names.add(new Reading.Name(mention, fit));
                done[0] = Mention.DONE.equals(mention.marks()) ? fit.end() : done[0];
            } else if (sentences.get(text).surroundings().fit(passage, fit.start(), fit.end(), done[0])) {
                times[text] += MOST_TRIES / MOST_TIMES;
                failures.add(new Reading.Failure(sentences.get(text).entry(), fit, wording.weight()));
            }
        });
        return new Reading(passage, failures, names);
    }
}
