package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.AwsRemedies;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** May the caller do each of the actions that a push needs, and by which proof? */
final class PermissionFinding {
    private static final String BESIDE = "push-actions";

    /** The name of the rung's own check, which is not made where an upload would create the repository. */
    private static final String INSTEAD = "push-permission";

    /** What stays open where an action is proven by the simulation alone. */
    static final String UNSEEN_POLICIES =
            "no policy denies it that IAM's simulation does not see: the repository's, a session's, a VPC endpoint's";

    private final Place place;
    private final Caller.Known caller;
    private final Facts facts;

    PermissionFinding(Place place, Caller.Known caller, Facts facts) {
        this.place = place;
        this.caller = caller;
        this.facts = facts;
    }

    Finding of(Sight sight) {
        Map<PushAction, ActionProof> proofs = new LinkedHashMap<>();
        ActionProofs all = new ActionProofs(place, facts, sight);
        for (PushAction action : PushAction.values()) {
            proofs.put(action, all.of(action));
        }
        List<String> evidence = new ArrayList<>();
        proofs.forEach((action, proof) -> evidence.add(action.id() + ": " + proof.words()));
        if (facts.simulation().silence() != null) {
            evidence.add(facts.simulation().silence());
        }
        List<PushAction> denied = actions(proofs, ActionProof.State.DENIED);
        List<PushAction> doubtful = actions(proofs, ActionProof.State.DISPUTED);
        String[] open = open(proofs);
        String name = sight.image().name();
        if (denied.stream().anyMatch(PushAction::isVital)) {
            return denied(sight, proofs, denied, evidence).notProving(open);
        }
        if (denied.stream().anyMatch(PushAction::dependsOnTheTool)) {
            return finding(
                            sight,
                            Verdict.UNKNOWN,
                            "whether " + name + " can be pushed depends on the tool: most look for layers first")
                    .because(Cause.PERMISSION_DENIED)
                    .seeing("missing: " + String.join(", ", ids(denied)))
                    .seeing(evidence)
                    .notProving(open)
                    .mendedBy(AwsRemedies.of(denial(proofs, denied), ids(denied)));
        }
        if (!denied.isEmpty()) {
            return finding(sight, Verdict.WARN, name + ": " + facts.caller().text() + " lacks what some pushes need")
                    .seeing(evidence)
                    .notProving(open)
                    .mendedBy(AwsRemedies.of(denial(proofs, denied), ids(denied)));
        }
        if (!doubtful.isEmpty()) {
            return finding(sight, Verdict.WARN, name + ": proofs of permission disagree")
                    .seeing(evidence)
                    .seeing("usually this is a repository policy, a service control policy with conditions, a session"
                            + " policy or a VPC endpoint policy, which the simulation does not see")
                    .notProving(open);
        }
        boolean untried = isAbsent(sight)
                && proofs.entrySet().stream()
                        .anyMatch(each ->
                                each.getKey().isVital() && each.getValue().state() != ActionProof.State.ALLOWED);
        if (untried) {
            return finding(
                            sight,
                            Verdict.UNKNOWN,
                            "whether " + facts.caller().text() + " may push to " + name + " was not found out")
                    .because(Cause.UNKNOWN)
                    .seeing("an upload session might create the repository, so none was opened")
                    .seeing(evidence)
                    .notProving(open);
        }
        return finding(
                        sight,
                        Verdict.PASS,
                        actions(proofs, ActionProof.State.ALLOWED).size() == proofs.size()
                                ? facts.caller().text() + " may do all that a push to " + name + " needs"
                                : "nothing that a push to " + name + " needs is known to be denied")
                .seeing(evidence)
                .notProving(open);
    }

    private Finding denied(
            Sight sight, Map<PushAction, ActionProof> proofs, List<PushAction> denied, List<String> evidence) {
        // A login for ECR does not say whose it is: what is denied to the caller need not be denied to the push.
        boolean same = facts.pusher().arn(sight) != null;
        String summary = sight.image().name()
                + (same ? " refuses pushes from " : " would refuse pushes from ")
                + denial(proofs, denied).principal();
        Finding finding = finding(sight, same ? Verdict.FAIL : Verdict.UNKNOWN, summary)
                .because(Cause.PERMISSION_DENIED)
                .seeing("missing: " + String.join(", ", ids(denied)))
                .seeing(evidence);
        if (!same) {
            finding = finding.seeing("AWS was asked with the credentials from " + caller.origin()
                    + "; the push logs in with others, of which AWS does not say whose they are");
        }
        return finding.mendedBy(AwsRemedies.of(denial(proofs, denied), ids(denied)));
    }

    /** The registry's or AWS's own words, where they were heard; otherwise in the words of the simulation. */
    private AwsDenial denial(Map<PushAction, ActionProof> proofs, List<PushAction> denied) {
        return denied.stream()
                .map(action -> proofs.get(action))
                .map(proof -> proof == null ? null : proof.denial())
                .filter(denial -> denial != null)
                .findFirst()
                .orElseThrow();
    }

    private static String[] open(Map<PushAction, ActionProof> proofs) {
        List<String> open = new ArrayList<>();
        proofs.forEach((action, proof) -> {
            if (proof.state() != ActionProof.State.ALLOWED && proof.state() != ActionProof.State.DENIED) {
                open.add(action.id());
            }
        });
        if (proofs.values().stream().anyMatch(ActionProof::simulated)) {
            open.add(UNSEEN_POLICIES);
        }
        return open.toArray(String[]::new);
    }

    private static List<PushAction> actions(Map<PushAction, ActionProof> proofs, ActionProof.State state) {
        return proofs.entrySet().stream()
                .filter(each -> each.getValue().state() == state)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> ids(List<PushAction> actions) {
        return actions.stream().map(PushAction::id).toList();
    }

    private boolean isAbsent(Sight sight) {
        return facts.repositories().get(sight.image().repository()) instanceof RepositorySeen.Absent;
    }

    private Finding finding(Sight sight, Verdict verdict, String summary) {
        return Finding.of(isAbsent(sight) ? INSTEAD : BESIDE, Stage.PERMISSION, verdict, summary);
    }
}
