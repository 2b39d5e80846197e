package io.github.registrymaven.diagnosis;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.registrymaven.reference.RegistryKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each cause, read from {@code causes.json}: what it means and what mends it. The same entries make the
 * remedies of a finding and the pages in {@code docs/causes}.
 */
public final class CauseBook {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern HAS_PORT = Pattern.compile(":\\d+$");

    private CauseBook() {}

    /** The book that comes with this version; opened to read only where there is something to mend. */
    public static CauseBook open() {
        return new CauseBook();
    }

    private static final class Pages {
        static final Map<String, Entry> ENTRIES = read();

        private static Map<String, Entry> read() {
            try (InputStream resource = Objects.requireNonNull(CauseBook.class.getResourceAsStream("causes.json"))) {
                return Map.copyOf(new Gson()
                        .fromJson(
                                new InputStreamReader(resource, StandardCharsets.UTF_8),
                                new TypeToken<Map<String, Entry>>() {}));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("causes.json cannot be read from our own jar", unreadable);
            }
        }
    }

    /**
     * What is known of one cause.
     *
     * @param meaning what it means, for people, a short paragraph
     * @param remedies templates: {@code {host}} and the like stand for facts
     * @param like the cause whose remedies mend this one, too, behind its own
     * @param pull what is told where it met a pull, if that is something else
     */
    public record Entry(
            String meaning,
            List<Template> remedies,
            @Nullable String like,
            @Nullable Pull pull) {}

    /**
     * A cause that met a pull and not the push itself.
     *
     * @param says a predicate behind the registry's name
     * @param meaning what it means, for people
     */
    public record Pull(String says, String meaning) {}

    /**
     * A remedy before the names are filled in.
     *
     * @param kinds the kinds of registry it fits; absent for every kind
     * @param notKinds the kinds it does not fit
     * @param tools what pushes, or runs the push, one of which it is for; absent where it is for any
     * @param notTools those it is not for
     * @param hosts the registries it fits, where their kind does not tell
     * @param notHosts the registries it does not fit
     * @param from parts of the origin of a login, of which one has to be there; absent for every origin
     * @param notFrom parts of the origin of a login that it would not replace, as that place is asked first
     * @param operation {@code push} or {@code pull} where it mends only that; absent where it mends both
     */
    public record Template(
            String title,
            @Nullable List<String> commands,
            @Nullable List<Remedy.File> files,
            @Nullable List<String> kinds,
            @Nullable List<String> notKinds,
            @Nullable List<String> tools,
            @Nullable List<String> notTools,
            @Nullable List<String> hosts,
            @Nullable List<String> notHosts,
            @Nullable List<String> from,
            @Nullable List<String> notFrom,
            @Nullable String operation) {}

    /** What is known of a cause. */
    public Entry entry(Cause cause) {
        return entry(cause.id());
    }

    private static Entry entry(String cause) {
        Entry entry = Objects.requireNonNull(Pages.ENTRIES.get(cause), cause);
        return entry.like() == null
                ? entry
                : new Entry(
                        entry.meaning(),
                        Stream.concat(entry.remedies().stream(), entry(entry.like()).remedies().stream())
                                .toList(),
                        null,
                        entry.pull());
    }

    /** The remedies that fit, smallest first, with every name filled in; one that lacks a name is left out. */
    public List<Remedy> remedies(Cause cause, Facts facts) {
        List<Remedy> remedies = new ArrayList<>();
        String host = facts.values().get("host");
        String endpoint = host == null ? null : RegistryKind.apiHost(host);
        String scheme = facts.values().getOrDefault("scheme", "https");
        Facts known = facts.with("endpoint", endpoint)
                .with("url", endpoint == null ? null : scheme + "://" + endpoint)
                .with(
                        "address",
                        endpoint == null
                                ? null
                                : endpoint + (HAS_PORT.matcher(endpoint).find() ? "" : ":443"));
        for (Template template : entry(cause).remedies()) {
            Remedy remedy = fits(template, facts) ? filled(template, known.values()) : null;
            if (remedy != null) {
                remedies.add(remedy);
            }
        }
        return remedies;
    }

    private static boolean fits(Template template, Facts facts) {
        String origin = facts.values().getOrDefault("origin", "");
        return (template.from() == null || template.from().stream().anyMatch(origin::contains))
                && orNone(template.notFrom()).stream().noneMatch(origin::contains)
                && (template.operation() == null
                        || template.operation().equals(facts.values().getOrDefault("operation", "push")))
                && isAmong(Set.of(facts.kind().id()), template.kinds(), template.notKinds())
                && isAmong(facts.tools(), template.tools(), template.notTools())
                && isAmong(Set.of(facts.values().getOrDefault("host", "")), template.hosts(), template.notHosts());
    }

    private static boolean isAmong(Set<String> known, @Nullable List<String> these, @Nullable List<String> notThese) {
        return (these == null || these.stream().anyMatch(known::contains))
                && (notThese == null || notThese.stream().noneMatch(known::contains));
    }

    private static @Nullable Remedy filled(Template template, Map<String, String> values) {
        List<String> missing = new ArrayList<>();
        String title = fill(template.title(), values, missing);
        List<String> commands = orNone(template.commands()).stream()
                .map(command -> fill(command, values, missing))
                .toList();
        List<Remedy.File> files = orNone(template.files()).stream()
                .map(file -> new Remedy.File(fill(file.name(), values, missing), fill(file.content(), values, missing)))
                .toList();
        return missing.isEmpty() ? new Remedy(title, commands, files) : null;
    }

    private static String fill(String template, Map<String, String> values, List<String> missing) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                missing.add(found.group(1));
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
