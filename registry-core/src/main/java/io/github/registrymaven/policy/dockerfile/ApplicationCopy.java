package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Dockerfile;
import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A {@code COPY} or {@code ADD} of what every build changes: sources, or what was built of them. */
final class ApplicationCopy {
    private static final Pattern WHOLE = Pattern.compile("(\\./?)?\\*?");
    private static final Pattern SOURCES = Pattern.compile("(\\./|/.*/)?(src|target|build/libs|dist)(/.*)?");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(jar|war|ear)");

    private ApplicationCopy() {}

    /** What comes from an image changes with that image only, and an agent with its version. */
    static boolean isOne(Instruction copy, Dockerfile file, Stage stage) {
        String from = copy.flags().get("from");
        if (from != null && file.before(stage.number(), from) == null) {
            return false;
        }
        for (String source : sources(copy)) {
            if (!source.contains("agent")
                    && ((from == null && WHOLE.matcher(source).matches())
                            || SOURCES.matcher(source).matches()
                            || ARCHIVE.matcher(source).matches())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it copies one archive, as it is. */
    static boolean isOneArchive(Instruction copy) {
        List<String> sources = sources(copy);
        return sources.size() == 1 && ARCHIVE.matcher(sources.get(0)).matches();
    }

    static boolean isOfWholeContext(Instruction copy) {
        return !copy.flags().containsKey("from")
                && sources(copy).stream()
                        .anyMatch(source -> WHOLE.matcher(source).matches());
    }

    /** What it copies; none where a file is made of a here-document. */
    static List<String> sources(Instruction copy) {
        boolean copies = copy.is("COPY") || copy.is("ADD");
        List<String> words = copies ? copy.words() : List.of();
        List<String> sources = new ArrayList<>(words.subList(0, Math.max(0, words.size() - 1)));
        sources.removeIf(word -> word.startsWith("<<"));
        return sources;
    }
}
