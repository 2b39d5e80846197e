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
    static final String UPDATE = "artifactregistry.repositories.update";

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
        return changes(place, (RepositorySeen.There) seen, wanted);
    }

    /** What is loose is made firm; what somebody has decided is left. */
    private static RepositoryPlan changes(Place place, RepositorySeen.There there, GoogleRepository wanted) {
        List<Step> steps = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        if (!there.takesImages()) {
            kept.add("exists as " + there.format() + ", " + there.mode()
                    + ", which takes no pushes and cannot be changed; push to another");
            return new RepositoryPlan(shown(place), steps, kept, List.of());
        }
        if (there.keepsTags()) {
            kept.add("its tags stay");
        } else if (wanted.fixesTags()) {
            steps.add(update(
                    place,
                    wanted,
                    "fixes the tags, which may move now",
                    "dockerConfig.immutableTags",
                    wanted.fixedTags(),
                    wanted.fixTags(),
                    "from then on a push of a tag that exists with another image is refused, whoever pushes it"));
        } else {
            kept.add("its tags may move, and go on to: one that this build pushes is made to");
        }
        if (there.cleansUp()) {
            kept.add("it has cleanup policies, which are not replaced");
        } else {
            steps.add(update(
                    place,
                    wanted,
                    "lets untagged images go " + GoogleRepository.UNTAGGED_DAYS + " days after their upload",
                    "cleanupPolicies,cleanupPolicyDryRun",
                    wanted.cleanup(),
                    wanted.cleanUp(),
                    "images that no tag names, and are older already, go within a day or so"));
        }
        return new RepositoryPlan(shown(place), steps, kept, List.of());
    }

    private static Step update(
            Place place,
            GoogleRepository wanted,
            String summary,
            String mask,
            String body,
            String command,
            String consequence) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        arguments.put("name", List.of(wanted.path()));
        arguments.put("updateMask", List.of(mask));
        arguments.put("repository", List.of(body));
        return new Step(
                shown(place),
                summary,
                UPDATE,
                arguments,
                inOneLine(UPDATE, arguments),
                command,
                List.of(consequence),
                false);
    }

    private static String inOneLine(String call, Map<String, List<String>> arguments) {
        List<String> words = new ArrayList<>(List.of(call));
        arguments.forEach((name, values) -> words.add(name + "=" + values.get(0)));
        return String.join(" ", words);
    }

    private static Step creation(Place place, GoogleRepository wanted) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        arguments.put("parent", List.of(wanted.parent()));
        arguments.put("repositoryId", List.of(wanted.name()));
        arguments.put("repository", List.of(wanted.body()));
        return new Step(
                shown(place),
                "creates the repository: " + (wanted.fixesTags() ? "tags that stay, " : "")
                        + "untagged images that go after " + GoogleRepository.UNTAGGED_DAYS + " days",
                CREATE,
                arguments,
                inOneLine(CREATE, arguments),
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
