package io.github.registrymaven.artifact;

import io.github.registrymaven.reference.ImageReference;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image as it is to be: all that decides its digest, and nothing else.
 *
 * @param base the image below it, with a digest; absent for none ({@code scratch})
 * @param layers lowest first: what changes least comes first, so that most of a push is already there
 * @param arguments what the entry point is called with
 * @param ports {@code 8080}, {@code 8080/tcp} or {@code 53/udp}
 * @param user name or number, with or without a group: {@code 1000:1000}
 * @param created the time that the image says it was made; file times are fixed
 * @param platforms one, or several for an index
 */
public record ImagePlan(
        @Nullable ImageReference base,
        List<ImageLayer> layers,
        List<String> entrypoint,
        List<String> arguments,
        List<String> ports,
        Map<String, String> labels,
        Map<String, String> environment,
        @Nullable String user,
        @Nullable String workingDirectory,
        Instant created,
        List<Platform> platforms) {
    public ImagePlan {
        layers = List.copyOf(layers);
        entrypoint = List.copyOf(entrypoint);
        arguments = List.copyOf(arguments);
        ports = List.copyOf(ports);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        platforms = platforms.isEmpty() ? List.of(Platform.USUAL) : List.copyOf(platforms);
    }

    /** A plan of one layer or more and an entry point; everything else is left to the base image. */
    public static ImagePlan of(@Nullable ImageReference base, List<ImageLayer> layers, List<String> entrypoint) {
        return new ImagePlan(
                base,
                layers,
                entrypoint,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                null,
                null,
                Instant.EPOCH,
                List.of(Platform.USUAL));
    }
}
