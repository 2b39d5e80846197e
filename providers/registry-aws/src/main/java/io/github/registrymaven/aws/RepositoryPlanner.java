package io.github.registrymaven.aws;

import io.github.registrymaven.blueprint.EcrCall;
import io.github.registrymaven.blueprint.EcrRepository;
import io.github.registrymaven.diagnosis.AwsRemedies;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.RepositoryPlan;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.reference.ImageReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryCreationTemplate;

/** What repositories of one registry lack. Reads only. */
final class RepositoryPlanner {
    private static final String MUTABLE = "MUTABLE";

    private final Place place;
    private final EcrClient ecr;
    private final LifecycleLook lifecycles;

    RepositoryPlanner(Place place, EcrClient ecr, Clock clock) {
        this.place = place;
        this.ecr = ecr;
        this.lifecycles = new LifecycleLook(ecr, place.account(), clock);
    }

    /** A plan while it is made. */
    private static final class Draft {
        private final EcrRepository wanted;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();
        private final List<Finding> unseen = new ArrayList<>();

        Draft(EcrRepository wanted) {
            this.wanted = wanted;
        }

        void step(String summary, EcrCall call, boolean basis, String... consequences) {
            steps.add(new Step(
                    wanted.name(),
                    summary,
                    "ecr:" + call.operation(),
                    call.arguments(),
                    call.shown(),
                    call.command(),
                    List.of(consequences),
                    basis));
        }

        RepositoryPlan done() {
            return new RepositoryPlan(wanted.name(), steps, kept, unseen);
        }
    }

    Plan plan(List<ImageReference> images) throws InterruptedException {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        for (ImageReference image : images) {
            List<String> pushed = tags.computeIfAbsent(image.repository(), name -> new ArrayList<>());
            if (image.tag() != null && !pushed.contains(image.tag())) {
                pushed.add(image.tag());
            }
        }
        Map<String, RepositorySeen> seen = new RepositoryLookup(ecr, place.account()).look(List.copyOf(tags.keySet()));
        List<String> there = tags.keySet().stream()
                .filter(name -> seen.get(name) instanceof RepositorySeen.There)
                .toList();
        boolean anyAbsent = tags.keySet().stream().anyMatch(name -> seen.get(name) instanceof RepositorySeen.Absent);
        Creation creation = anyAbsent ? Creation.ask(ecr, place.account()) : Creation.notAsked();
        ScanLook scans = ScanLook.at(ecr, there);
        List<RepositoryPlan> plans = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : tags.entrySet()) {
            Draft draft = new Draft(place.repository(entry.getKey(), entry.getValue()));
            RepositorySeen one = seen.get(entry.getKey());
            if (one instanceof RepositorySeen.There repository) {
                tags(draft, repository.repository(), entry.getValue());
                scans(draft, repository.repository(), scans);
                lifecycle(draft);
            } else if (one instanceof RepositorySeen.Absent) {
                create(draft, creation);
            } else if (one instanceof RepositorySeen.Hidden hidden) {
                unseen(draft, "whether it exists", hidden.trouble());
            } else if (one instanceof RepositorySeen.Veiled veiled) {
                unseen(draft, "how it is set up", veiled.trouble());
            }
            plans.add(draft.done());
        }
        return new Plan(place.host(), plans, null);
    }

    private static void create(Draft draft, Creation creation) {
        RepositoryCreationTemplate template = creation.byPush(draft.wanted.name());
        if (template != null) {
            draft.kept.add("does not exist; a push creates it, by the creation template for " + template.prefix()
                    + ", which says how it is set up");
            return;
        }
        draft.step(
                "creates the repository: "
                        + (draft.wanted.tags().fixesAnything() ? "tags that stay, " : "")
                        + "a scan of every push",
                draft.wanted.create(),
                true,
                consequences(draft.wanted, creation));
        draft.step(
                "lets untagged images go " + EcrRepository.UNTAGGED_DAYS + " days after their push",
                draft.wanted.putLifecyclePolicy(),
                false);
    }

    private static String[] consequences(EcrRepository wanted, Creation creation) {
        List<String> consequences = new ArrayList<>(List.of(exceptions(wanted)));
        if (creation.unseen() != null) {
            consequences.add("whether a creation template has a push make it, and how, is not shown: "
                    + creation.unseen() + "; with whose key it is encrypted cannot be changed afterwards");
        }
        return consequences.toArray(String[]::new);
    }

    private static String[] exceptions(EcrRepository wanted) {
        if (!wanted.tags().fixesAnything()) {
            return new String[] {
                "its tags may move: of those that this build pushes, more are made to move than ECR takes exceptions for"
            };
        }
        return wanted.tags().except().isEmpty()
                ? new String[0]
                : new String[] {
                    "these tags may move: " + String.join(", ", wanted.tags().except())
                };
    }

    private static void tags(Draft draft, Repository repository, List<String> pushed) {
        TagRule rule = TagRule.of(repository);
        if (!MUTABLE.equals(repository.imageTagMutabilityAsString())) {
            draft.kept.add(rule.words() + ", and stays so");
            for (String tag : pushed) {
                if (Boolean.TRUE.equals(rule.holds(tag))
                        && !EcrRepository.of(draft.wanted.registry(), draft.wanted.name(), List.of(tag))
                                .tags()
                                .except()
                                .isEmpty()) {
                    draft.kept.add(
                            "this build pushes " + tag + ", which looks as if it were to move, and cannot: that is"
                                    + " for you to loosen, or to push under another tag");
                }
            }
        } else if (!draft.wanted.tags().fixesAnything()) {
            draft.kept.add(
                    "its tags may move, and go on to: of those that this build pushes, more are made to move than"
                            + " ECR takes exceptions for");
        } else {
            List<String> consequences = new ArrayList<>(List.of(exceptions(draft.wanted)));
            consequences.add(
                    "from then on a push of a tag that exists with another image is refused, whoever pushes it");
            draft.step(
                    "fixes the tags, which may move now",
                    draft.wanted.fixTags(),
                    false,
                    consequences.toArray(String[]::new));
        }
    }

    private static void scans(Draft draft, Repository repository, ScanLook scans) throws InterruptedException {
        ScanLook.Sight sight = scans.of(repository);
        if (sight instanceof ScanLook.Scanned scanned) {
            draft.kept.add(scanned.words());
        } else if (sight instanceof ScanLook.OverruledByRegistry overruled) {
            draft.kept.add(overruled.words());
        } else if (sight instanceof ScanLook.Off) {
            draft.step("has every push scanned, which is not done now", draft.wanted.scanOnPush(), false);
        } else {
            unseen(draft, "how it is scanned", ((ScanLook.NotShown) sight).trouble());
        }
    }

    private void lifecycle(Draft draft) throws InterruptedException {
        Answer<String> policy = lifecycles.policy(draft.wanted.name());
        if (policy instanceof Answer.Given<String>) {
            draft.kept.add("it has a lifecycle policy, which is not replaced");
            return;
        }
        Trouble trouble = ((Answer.None<String>) policy).trouble();
        if (!LifecycleLook.isNone(trouble)) {
            unseen(draft, "whether it has a lifecycle policy", trouble);
            return;
        }
        draft.step(
                "lets untagged images go " + EcrRepository.UNTAGGED_DAYS + " days after their push",
                draft.wanted.putLifecyclePolicy(),
                false,
                lifecycles.consequence(draft.wanted.name()));
    }

    private static void unseen(Draft draft, String what, Trouble trouble) {
        draft.unseen.add(
                finding(draft.wanted.name() + ": " + what + " is not shown, so nothing is planned about it", trouble));
    }

    /** Trouble as a finding, with what mends it. */
    static Finding finding(String summary, Trouble trouble) {
        Finding finding = Finding.of("provision", Stage.REPOSITORY, Verdict.UNKNOWN, summary)
                .because(trouble.cause())
                .seeing(trouble.summary())
                .seeing(trouble.evidence());
        return trouble.denial() == null ? finding : finding.mendedBy(AwsRemedies.of(trouble.denial()));
    }
}
