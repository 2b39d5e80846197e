package io.github.registrymaven.catalogue;

import io.github.registrymaven.reference.ImageReference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host that was asked, where the sentence of a failure holds its address.
 *
 * @param names it, and the repository where the address has one
 */
record SpokenHost(Map<String, String> names) {
    private static final String PLAIN = "http://";

    /** The host in the line of a failure; null where there is none. */
    static @Nullable SpokenHost of(Reading reading, int place) {
        return reading.names().stream()
                .filter(name -> isAsked(name.mention().says()))
                .filter(name -> reading.passage().areInOneLine(name.fit().start(), place))
                .map(name -> (Map<String, String>) new LinkedHashMap<>(reading.values(name.fit())))
                .filter(names -> names.containsKey("host"))
                .max(Comparator.comparingInt(Map::size))
                .map(SpokenHost::new)
                .orElse(null);
    }

    private static boolean isAsked(String says) {
        return says.startsWith("https://")
                || says.startsWith(PLAIN)
                || says.startsWith("creating push check")
                || says.startsWith("to registry");
    }

    /**
     * Whether an image that is written without a registry has it here: a mirror, or what a tool is configured for. Docker Hub
     * is served from many hosts, which leave it Docker Hub's.
     */
    boolean isMeantBy(@Nullable String image) {
        String host = names.getOrDefault("host", "");
        boolean isDockerHubs = host.endsWith("docker.io") || host.endsWith("docker.com");
        ImageReference meant =
                image == null ? null : ImageReference.parse(image).orNull();
        return meant != null && meant.hostImplied() && !isDockerHubs;
    }

    /** Whether it names a repository, and another one than an image that is named elsewhere. */
    boolean isOfAnother(@Nullable String image) {
        String repository = names.get("repository");
        ImageReference other =
                image == null ? null : ImageReference.parse(image).orNull();
        return repository != null
                && other != null
                && !repository.endsWith(other.repository())
                && !other.repository().endsWith(repository);
    }

    /** Whether a host is spoken to over plain http, and nowhere over TLS. */
    static boolean isPlain(Reading reading, @Nullable String host) {
        return host != null && isSpokenTo(reading, host, PLAIN) && !isSpokenTo(reading, host, "https://");
    }

    private static boolean isSpokenTo(Reading reading, String host, String scheme) {
        return reading.names().stream()
                .filter(name -> name.mention().says().startsWith(scheme))
                .anyMatch(name -> host.equals(reading.values(name.fit()).get("host")));
    }
}
