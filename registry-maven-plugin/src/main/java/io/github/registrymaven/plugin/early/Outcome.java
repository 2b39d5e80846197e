package io.github.registrymaven.plugin.early;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.session.SessionPreflight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.maven.project.MavenProject;

/** What the preflight of a reactor came to: one report, and the images for which each project fails. */
final class Outcome {
    private final PreflightReport report;
    private final Map<MavenProject, Set<ImageReport>> broken;

    private Outcome(PreflightReport report, Map<MavenProject, Set<ImageReport>> broken) {
        this.report = report;
        this.broken = broken;
    }

    /** Asks, side by side where projects ask in different ways. */
    static Outcome of(ReactorImages images, SessionPreflight preflight, Background background)
            throws InterruptedException, ExecutionException {
        Map<PreflightRequest, Future<PreflightReport>> asked = new LinkedHashMap<>();
        for (PreflightRequest request : images.together()) {
            asked.put(request, background.start(() -> preflight.runAhead(request)));
        }
        int requests = 0;
        long millis = 0;
        List<ImageReport> all = new ArrayList<>();
        Map<String, ImageReport> answers = new LinkedHashMap<>();
        for (Map.Entry<PreflightRequest, Future<PreflightReport>> each : asked.entrySet()) {
            PreflightReport report = each.getValue().get();
            requests += report.requests();
            millis = Math.max(millis, report.durationMillis());
            for (int i = 0; i < report.images().size(); i++) {
                PreflightRequest request = each.getKey();
                answers.put(
                        request.question(request.images().get(i)),
                        report.images().get(i));
            }
            all.addAll(report.images());
        }
        return new Outcome(PreflightReport.of(requests, millis, all), broken(images, answers));
    }

    private static Map<MavenProject, Set<ImageReport>> broken(ReactorImages images, Map<String, ImageReport> answers) {
        Map<MavenProject, Set<ImageReport>> broken = new LinkedHashMap<>();
        images.requests()
                .forEach((check, request) -> request.images().forEach(image -> {
                    ImageReport answer = answers.get(request.question(image));
                    if (answer != null && check.breaks(answer)) {
                        broken.computeIfAbsent(check.project(), none -> new LinkedHashSet<>())
                                .add(answer);
                    }
                }));
        return broken;
    }

    PreflightReport report() {
        return report;
    }

    /** All images that fail a project. */
    Set<ImageReport> broken() {
        Set<ImageReport> all = new LinkedHashSet<>();
        broken.values().forEach(all::addAll);
        return all;
    }

    /** The images that fail this project. */
    Set<ImageReport> brokenIn(MavenProject project) {
        return broken.getOrDefault(project, Set.of());
    }
}
