package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseBook;
import io.github.registrymaven.diagnosis.Facts;
import io.github.registrymaven.diagnosis.KnownNames;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that a text gives away: those in the decisive sentence first, then those around it. */
final class KnownFacts {
    /** What stands in a command where the text does not say the name. */
    private static final Map<String, String> BLANKS = Map.ofEntries(
            Map.entry("host", "REGISTRY"),
            Map.entry("repository", "REPOSITORY"),
            Map.entry("tag", "TAG"),
            Map.entry("image", "REGISTRY/REPOSITORY:TAG"),
            Map.entry("helper", "HELPER"),
            Map.entry("principal", "the identity that pushes"),
            Map.entry("account", "ACCOUNT"),
            Map.entry("region", "REGION"),
            Map.entry("partition", "aws"),
            Map.entry("project", "PROJECT"),
            Map.entry("location", "LOCATION"),
            Map.entry("repo", "REPOSITORY"));

    /** Hosts that only hand out tokens or are asked on behalf of Docker Hub. */
    private static final Set<String> DOCKER_HUB = Set.of(
            "registry-1.docker.io",
            "registry.docker.io",
            "index.docker.io",
            "auth.docker.io",
            "registry.hub.docker.com",
            "hub.docker.com");

    private static final Set<String> OF_AN_IMAGE = Set.of("image", "host", "repository", "tag");
    private static final Set<String> OF_A_PUSH = Set.of("image", "host", "repository", "tag", "operation");
    /** What a host says nothing of. */
    private static final Set<String> OF_A_PATH = Set.of("repository", "project");

    private final Map<String, String> values;
    private final RegistryKind kind;
    /** What stands in a command in place of names that are blotted out; and how the registry is spoken to. */
    private final Map<String, String> blanks;
    /** What pushes, and what runs the push. */
    private final Set<String> tools;

    private KnownFacts(Map<String, String> values, RegistryKind kind, Map<String, String> blanks, Set<String> tools) {
        this.values = values;
        this.kind = kind;
        this.blanks = blanks;
        this.tools = tools;
    }

    static KnownFacts of(Decision.Candidate candidate, Decision decision, @Nullable AwsDenial denial) {
        Reading reading = candidate.reading();
        Map<String, String> values =
                new LinkedHashMap<>(reading.values(candidate.failure().fit()));
        if (candidate.image() != null) {
            addAll(values, reading.values(candidate.image().fit()));
            values.putIfAbsent(
                    "operation", String.valueOf(candidate.image().mention().operation()));
        }
        int place = candidate.failure().fit().start();
        List<Reading.Name> nearest = reading.namesOf(place).stream()
                .filter(reading::isPlausible)
                .filter(name -> !Mention.TESTED.equals(name.mention().marks()))
                .sorted(Comparator.comparingInt(name -> Math.abs(name.fit().start() - place)))
                .toList();
        boolean named = values.containsKey("image");
        for (Reading.Name name : nearest) {
            Map<String, String> more = reading.values(name.fit());
            if (named) {
                // Another registry that is spoken of near by is not that of the image.
                more.keySet().removeAll(OF_AN_IMAGE);
            }
            addAll(values, more);
        }
        Decision.Image last = decision.lastImage();
        if (!values.containsKey("image") && !values.containsKey("repository") && last != null) {
            addAll(values, last.reading().values(last.name().fit()));
        }
        if (denial != null) {
            values.putIfAbsent("principal", denial.principal());
            values.putIfAbsent("action", denial.action());
            String account = denial.resourceAccount() == null ? denial.account() : denial.resourceAccount();
            put(values, "account", account);
            ecr(values, denial.resource());
        }
        SpokenHost spoken = SpokenHost.of(reading, place);
        boolean isElsewhere = candidate.image() != null
                && !reading.passage().areInOneLine(candidate.image().fit().start(), place);
        boolean isOfAnother = spoken != null && isElsewhere && spoken.isOfAnother(values.get("image"));
        if (spoken != null && (isOfAnother || spoken.isMeantBy(values.get("image")))) {
            // A name without a registry may have one that is configured elsewhere; the request says which was asked.
            values.keySet().removeAll(isOfAnother ? OF_A_PUSH : OF_AN_IMAGE);
            values.putAll(spoken.names());
        }
        KnownFacts known =
                completed(values, candidate.failure().entry().usualKind()).pushedBy(reading.toolsOf(place));
        known = known.withBlotted(written(candidate, nearest, last));
        return SpokenHost.isPlain(reading, known.values.get("host")) ? known.spokenToOverPlainHttp() : known;
    }

    /** What is written where the image or its host is named, whatever of it is blotted out. */
    private static List<String> written(
            Decision.Candidate candidate, List<Reading.Name> nearest, Decision.@Nullable Image last) {
        List<String> written =
                new ArrayList<>(candidate.reading().written(candidate.failure().fit()));
        if (candidate.image() != null) {
            written.addAll(candidate.reading().written(candidate.image().fit()));
        }
        nearest.forEach(name -> written.addAll(candidate.reading().written(name.fit())));
        if (last != null) {
            written.addAll(last.reading().written(last.name().fit()));
        }
        return written;
    }

    private KnownFacts withBlotted(List<String> written) {
        String host = values.get("host");
        boolean isWhole = host != null && kind != RegistryKind.GENERIC;
        for (String name : isWhole ? List.<String>of() : written) {
            BlottedImage image = BlottedImage.of(name);
            boolean fits = image != null
                    && (kind == RegistryKind.GENERIC || kind == image.kind())
                    && (host == null || name.startsWith(host));
            if (image != null && fits) {
                Map<String, String> more = new LinkedHashMap<>(values);
                addAll(more, image.names());
                return new KnownFacts(more, image.kind(), image.blanks(), tools);
            }
        }
        return this;
    }

    private KnownFacts spokenToOverPlainHttp() {
        Map<String, String> more = new LinkedHashMap<>(blanks);
        more.put("scheme", "http");
        return new KnownFacts(values, kind, more, tools);
    }

    private KnownFacts pushedBy(Set<String> tools) {
        return new KnownFacts(values, kind, blanks, tools);
    }

    private static void ecr(Map<String, String> values, @Nullable String resource) {
        String[] arn = resource == null ? new String[0] : resource.split(":", 6);
        if (arn.length == 6) {
            put(values, "region", arn[3]);
            if (arn[5].startsWith("repository/") && !arn[5].contains("*")) {
                put(values, "repository", arn[5].substring("repository/".length()));
            }
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.putIfAbsent(name, value);
        }
    }

    private static void addAll(Map<String, String> values, Map<String, String> more) {
        more.forEach(values::putIfAbsent);
    }

    /** What the names themselves say: of a host whose registry it is, of a whole name its parts. */
    private static KnownFacts completed(Map<String, String> values, RegistryKind usual) {
        values.computeIfPresent("host", (name, host) -> DOCKER_HUB.contains(host) ? "docker.io" : host);
        String image = values.remove("image");
        String host = values.get("host");
        String repository = values.get("repository");
        ImageReference reference =
                image == null ? null : ImageReference.parse(image).orNull();
        if (reference == null && host != null && repository != null) {
            reference = ImageReference.parse(host + "/" + repository).orNull();
        }
        boolean hostOnly = reference == null && host != null;
        if (hostOnly) {
            reference = ImageReference.parse(host + "/x").orNull();
        }
        if (reference == null) {
            return new KnownFacts(values, usual, Map.of(), Set.of());
        }
        boolean named = image != null && reference.written().equals(image);
        Facts known = KnownNames.of(reference);
        known.values().forEach((name, value) -> {
            boolean implied = name.equals("tag") && (!named || impliesTag(value, image));
            boolean invented = hostOnly && OF_A_PATH.contains(name);
            if (!implied && !invented && !name.equals("image")) {
                values.putIfAbsent(name, value);
            }
        });
        values.computeIfPresent("host", (name, it) -> DOCKER_HUB.contains(it) ? "docker.io" : it);
        return new KnownFacts(values, reference.kind(), Map.of(), Set.of());
    }

    private static boolean impliesTag(String tag, @Nullable String image) {
        return image == null || !image.contains(":" + tag);
    }

    /** Whether a name is not known that what mends it would need. */
    static boolean hasBlank(List<Remedy> remedies) {
        return remedies.stream()
                .anyMatch(remedy -> Stream.of("REGISTRY", "REPOSITORY").anyMatch(remedy.toString()::contains));
    }

    /** What mends a cause with names that are known from elsewhere. */
    static List<Remedy> remedies(Cause cause, Map<String, String> names) {
        KnownFacts known = completed(new LinkedHashMap<>(names), RegistryKind.GENERIC);
        return CauseBook.open().remedies(cause, known.forRemedies());
    }

    /** By name, for reports. */
    Map<String, String> values() {
        return values;
    }

    /** For remedies, with a word in capitals where a name is not known. */
    Facts forRemedies() {
        Map<String, String> all = new LinkedHashMap<>(BLANKS);
        all.putAll(blanks);
        all.putAll(values);
        String host = values.get("host");
        String repository = values.get("repository");
        if (host != null && repository != null) {
            all.put("image", host + "/" + repository + (values.containsKey("tag") ? ":" + values.get("tag") : ""));
        }
        if (kind == RegistryKind.ACR) {
            all.putIfAbsent("registry", "REGISTRY");
        }
        return new Facts(kind, all, tools);
    }
}
