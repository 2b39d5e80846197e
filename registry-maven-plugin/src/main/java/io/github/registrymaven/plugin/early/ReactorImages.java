package io.github.registrymaven.plugin.early;

import io.github.registrymaven.plugin.ConfiguredCheck;
import io.github.registrymaven.plugin.ConfiguredChecks;
import io.github.registrymaven.plugin.ImageSites;
import io.github.registrymaven.plugin.PossibleImages;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The images of all projects that a session builds, and how each project would ask about its own. */
final class ReactorImages {
    private static final Duration TO_SPARE = Duration.ofSeconds(15);

    private final List<ConfiguredCheck> all;
    private final Map<ConfiguredCheck, PreflightRequest> requests;
    private final Set<String> remarks;

    private ReactorImages(
            List<ConfiguredCheck> all, Map<ConfiguredCheck, PreflightRequest> requests, Set<String> remarks) {
        this.all = all;
        this.requests = requests;
        this.remarks = remarks;
    }

    /** With {@code -pl} and {@code -rf}, the session has those projects only that are really built. */
    static ReactorImages of(MavenSession session, PossibleImages possible, ConfiguredChecks checks)
            throws ConfigurationProblem {
        List<ConfiguredCheck> all = new ArrayList<>();
        Map<ConfiguredCheck, PreflightRequest> requests = new LinkedHashMap<>();
        Set<String> remarks = new LinkedHashSet<>();
        for (MavenProject project : session.getProjects()) {
            // The root's says where the report goes.
            if (!project.isExecutionRoot() && !possible.mayBeIn(project)) {
                continue;
            }
            for (ConfiguredCheck check : checks.of(project)) {
                all.add(check);
                if (check.isSkipped()) {
                    continue;
                }
                Set<RequestedImage> images = new LinkedHashSet<>(check.images(remarks::add));
                if (!images.isEmpty()) {
                    requests.put(check, check.request(List.copyOf(images)));
                }
            }
        }
        return new ReactorImages(all, requests, remarks);
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    /** The checks of all projects that may have an image, and of the root. */
    List<ConfiguredCheck> all() {
        return all;
    }

    Map<ConfiguredCheck, PreflightRequest> requests() {
        return requests;
    }

    /** What could not be known, each once. */
    Set<String> remarks() {
        return remarks;
    }

    /** As few requests as there are ways to ask, each with the images of all projects that ask so. */
    List<PreflightRequest> together() {
        Map<PreflightRequest, Set<RequestedImage>> byManner = new LinkedHashMap<>();
        requests.values()
                .forEach(request -> byManner.computeIfAbsent(request.only(List.of()), any -> new LinkedHashSet<>())
                        .addAll(request.images()));
        List<PreflightRequest> merged = new ArrayList<>();
        byManner.forEach((manner, images) -> merged.add(manner.only(List.copyOf(images))));
        return merged;
    }

    /** Where they are named. */
    ImageSites sites(MavenSession session) {
        return new ImageSites(
                session,
                requests.keySet().stream().map(ConfiguredCheck::project).collect(Collectors.toList()),
                null);
    }

    boolean isOffline() {
        return requests.values().stream().allMatch(PreflightRequest::offline);
    }

    /** How long a goal waits at most: the preflight has a deadline, which only a fault of ours can break. */
    Duration patience() {
        return requests.values().stream()
                .map(PreflightRequest::deadline)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(TO_SPARE);
    }
}
