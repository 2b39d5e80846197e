package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Dockerfile;
import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.Stage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Which {@code COPY} and {@code ADD} of a file copy what every build changes: sources, or what was built of them. */
final class ApplicationCopy {
    private static final Pattern WHOLE = Pattern.compile("(\\./?)?\\*?");
    private static final Pattern SOURCES = Pattern.compile("(\\./|/.*/)?(src|target|build/libs|dist)(/.*)?");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(jar|war|ear)");

    /** Where archives lie that the build makes, and how they are called elsewhere: a driver's has a name of its own. */
    private static final Pattern BUILT =
            Pattern.compile("(.*/)?(target|build/libs)/.*|(\\./)?[^/*]*\\*[^/]*|.*\\.(war|ear)"
                    + "|(.*/)?(app|application|[^/]*-SNAPSHOT)\\.jar");

    /** What lies among sources and changes as seldom as the Dockerfile or the POM does. */
    private static final Pattern SETTLED = Pattern.compile(
            "(.*/)?src/[^/]+/(docker|resources|jib|scripts?)(/.*)?"
                    + "|(.*/)?(gradle|\\.mvn)(/.*)?|(.*/)?(gradlew|mvnw)[^/]*|.*\\.gradle(\\.kts)?\\*?"
                    + "|.*\\.(sh|bash|conf|cfg|cnf|ini|ya?ml|json|xml|properties|toml|crt|cer|pem|p12|jks|sql|policy|options|txt|md)");

    private final Dockerfile file;
    private final BitSet changing = new BitSet();

    ApplicationCopy(Dockerfile file) {
        this.file = file;
        for (Stage stage : file.stages()) {
            Stage base = stage.base() == null ? null : file.before(stage.number(), stage.base());
            boolean changes = base != null && changing.get(base.number());
            changing.set(
                    stage.number(), changes || stage.instructions().stream().anyMatch(each -> isOne(each, stage)));
        }
    }

    /** What comes from an image, or from a stage without an application, changes with that only, and an agent with its version. */
    boolean isOne(Instruction copy, Stage stage) {
        String from = copy.flags().get("from");
        Stage source = from == null ? null : file.before(stage.number(), from);
        if (from != null && (source == null || !changing.get(source.number()))) {
            return false;
        }
        return sources(copy).stream().anyMatch(each -> isApplication(each, from == null));
    }

    private static boolean isApplication(String source, boolean ofContext) {
        if (source.contains("agent") || SETTLED.matcher(source).matches()) {
            return false;
        }
        boolean archive = ARCHIVE.matcher(source).matches();
        return archive
                ? !ofContext || BUILT.matcher(source).matches()
                : SOURCES.matcher(source).matches()
                        || (ofContext && WHOLE.matcher(source).matches());
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
