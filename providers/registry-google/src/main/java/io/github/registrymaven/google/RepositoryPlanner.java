package io.github.registrymaven.google;

import io.github.registrymaven.blueprint.GoogleRepository;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.RepositoryPlan;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the repositories of images on one host lack. Reads only. */
final class RepositoryPlanner {
    static final String CREATE = "artifactregistry.repositories.create";

    private final ArtifactRegistry registry;
    private final Session session;

    RepositoryPlanner(ArtifactRegistry registry, Session session) {
        this.registry = registry;
        this.session = session;
    }

    Plan plan(String host, List<ImageReference> images) throws InterruptedException {
        Map<Place, Map<String, List<String>>> tags = new LinkedHashMap<>();
        for (ImageReference image : images) {
            Place place = Place.of(image);
            if (place != null) {
                List<String> pushed = tags.computeIfAbsent(place, key -> new LinkedHashMap<>())
                        .computeIfAbsent(image.name(), name -> new ArrayList<>());
                if (image.tag() != null) {
                    pushed.add(image.tag());
                }
            }
        }
        List<RepositoryPlan> plans = new ArrayList<>();
        for (Map.Entry<Place, Map<String, List<String>>> entry : tags.entrySet()) {
            Place place = entry.getKey();
            GoogleRepository wanted = new GoogleRepository(place.project(), place.location(), place.repository(), true)
                    .holding(entry.getValue().values());
            plans.add(plan(place, wanted));
        }
        return new Plan(host, plans, null);
    }

    private RepositoryPlan plan(Place place, GoogleRepository wanted) throws InterruptedException {
        RepositorySeen seen = registry.look(place, session);
        if (seen instanceof RepositorySeen.Absent) {
            return new RepositoryPlan(shown(place), List.of(creation(place, wanted)), List.of(), List.of());
        }
        if (seen instanceof RepositorySeen.Hidden hidden) {
            Finding unseen = finding(
                    shown(place) + ": whether it exists is not shown: "
                            + hidden.trouble().summary(),
                    hidden.trouble());
            return new RepositoryPlan(shown(place), List.of(), List.of(), List.of(unseen));
        }
        RepositorySeen.There there = (RepositorySeen.There) seen;
        return new RepositoryPlan(shown(place), List.of(), List.of(kept(there, wanted)), List.of());
    }

    private static String kept(RepositorySeen.There there, GoogleRepository wanted) {
        if (!there.takesImages()) {
            return "exists as " + there.format() + ", " + there.mode()
                    + ", which takes no pushes and cannot be changed; push to another";
        }
        return !there.keepsTags() && wanted.fixesTags()
                ? "exists, and lets its tags move; its settings are left as they are (registry:policy judges them)"
                : "exists; its settings are left as they are (registry:policy judges them)";
    }

    private static Step creation(Place place, GoogleRepository wanted) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        arguments.put("parent", List.of(wanted.parent()));
        arguments.put("repositoryId", List.of(wanted.name()));
        arguments.put("repository", List.of(wanted.body()));
        List<String> words = new ArrayList<>(List.of(CREATE));
        arguments.forEach((name, values) -> words.add(name + "=" + values.get(0)));
        return new Step(
                shown(place),
                "creates the repository: " + (wanted.fixesTags() ? "tags that stay, " : "")
                        + "untagged images that go after " + GoogleRepository.UNTAGGED_DAYS + " days",
                CREATE,
                arguments,
                String.join(" ", words),
                String.join(" && ", wanted.create()),
                wanted.fixesTags()
                        ? List.of()
                        : List.of("its tags may move, as one that the build pushes is made to, and Artifact Registry"
                                + " takes no exceptions"),
                true);
    }

    /** As it stands behind the host; behind gcr.io's hosts, which each have one in a project, that is the project. */
    private static String shown(Place place) {
        String project = place.project().replace(':', '/');
        return place.gcr() ? project : project + "/" + place.repository();
    }

    static Finding finding(String summary, Trouble trouble) {
        return Finding.of("provision", Stage.REPOSITORY, Verdict.UNKNOWN, summary)
                .because(trouble.cause())
                .seeing(trouble.evidence())
                .mendedBy(trouble.remedies());
    }
}
