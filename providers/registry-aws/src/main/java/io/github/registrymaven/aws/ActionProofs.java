package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.AwsDenial.Policy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.preflight.Sight;
import org.jspecify.annotations.Nullable;

/** Brings together what the registry's endpoint, AWS's answers and the simulation say of an action, in that order. */
final class ActionProofs {
    private final Place place;
    private final Facts facts;
    private final Sight sight;
    private final String repository;

    ActionProofs(Place place, Facts facts, Sight sight) {
        this.place = place;
        this.facts = facts;
        this.sight = sight;
        this.repository = sight.image().repository();
    }

    ActionProof of(PushAction action) {
        if (action == PushAction.GET_AUTHORIZATION_TOKEN) {
            return token();
        }
        Simulation.Word word = facts.simulation().about(action, place.repositoryArn(repository));
        HttpAnswer seen = endpointsAnswer(action);
        if (seen != null && seen.status() < 300) {
            return word == null || word.allowed() || !word.lacking().isEmpty()
                    ? allowed(howSeen(action))
                    : new ActionProof(
                            ActionProof.State.DISPUTED,
                            "allowed, " + howSeen(action) + "; denied, by IAM's simulation",
                            null);
        }
        AwsDenial refused = seen == null ? null : AwsDenial.in(seen.text());
        if (refused != null && refused.action().equals(action.id())) {
            return word != null && word.allowed()
                    ? denied(
                            refused,
                            "denied, by the registry itself; allowed, by IAM's simulation, which does not see"
                                    + " session, repository and VPC endpoint policies")
                    : denied(refused, "denied, by the registry itself");
        }
        if (action == PushAction.INITIATE_LAYER_UPLOAD && seen != null) {
            return unverified("the registry answered " + seen.status() + " to it");
        }
        Facts.Read read = facts.read(action, repository);
        if (read != null) {
            return read(action, read);
        }
        return word == null ? unverified("nothing was asked that shows it") : simulated(action, word);
    }

    private ActionProof token() {
        Answer<String> token = facts.token();
        if (token == null) {
            return unverified("nothing was asked that shows it");
        }
        if (token instanceof Answer.None<String> none) {
            Trouble trouble = none.trouble();
            return trouble.isDenied() && trouble.denial() != null
                    ? denied(trouble.denial(), "denied, by AWS itself")
                    : unverified(trouble.summary());
        }
        return allowed("by a login that AWS gave");
    }

    /** The registry's answer to a request that needs the action. */
    private @Nullable HttpAnswer endpointsAnswer(PushAction action) {
        return switch (action) {
            case INITIATE_LAYER_UPLOAD -> sight.upload();
            // Only a tag that is shown: whether one that is not there is asked for with this right is not documented.
            case BATCH_GET_IMAGE -> sight.manifest();
            default -> null;
        };
    }

    private static String howSeen(PushAction action) {
        return action == PushAction.INITIATE_LAYER_UPLOAD
                ? "by an upload session that was opened"
                : "by the registry, which showed the tag";
    }

    private ActionProof read(PushAction action, Facts.Read read) {
        Trouble trouble = read.trouble();
        if (trouble == null) {
            return allowed("by a harmless question");
        }
        if (!trouble.isDenied()) {
            return unverified(trouble.summary());
        }
        AwsDenial denial = trouble.denial() == null ? denial(action, Policy.UNSAID, false) : trouble.denial();
        return denied(denial, "denied, by AWS itself");
    }

    /**
     * The simulation sees the caller's own policies only. What they allow another may deny, and that it cannot be excluded is
     * said once, with the proof; what they do not allow the repository's own policy may.
     */
    private ActionProof simulated(PushAction action, Simulation.Word word) {
        boolean acrossAccounts = !facts.account().equals(place.account());
        if (word.allowed() && !word.lacking().isEmpty()) {
            return unverified("IAM's simulation allows it, and was not told what conditions are about: "
                    + String.join(", ", word.lacking()));
        }
        if (word.allowed()) {
            return acrossAccounts
                    ? unverified("the caller's own policies allow it, the repository's has to as well")
                    : new ActionProof(ActionProof.State.ALLOWED, "allowed, by IAM's simulation", null, true);
        }
        // Across accounts both sides have to allow it, so one that does not is enough.
        boolean decided = word.sure()
                && (word.explicit() || acrossAccounts || facts.withoutPolicy().contains(repository));
        AwsDenial denial = denial(action, word.policy(), word.explicit());
        return decided
                ? denied(
                        denial,
                        "denied, by IAM's simulation: " + denial.policy().words()
                                + (word.explicit() ? " denies it" : " does not allow it"))
                : unverified("IAM's simulation denies it, and does not see everything that could allow it");
    }

    private AwsDenial denial(PushAction action, Policy policy, boolean explicit) {
        return new AwsDenial(facts.caller().text(), action.id(), place.repositoryArn(repository), policy, explicit);
    }

    private static ActionProof allowed(String by) {
        return new ActionProof(ActionProof.State.ALLOWED, "allowed, " + by, null);
    }

    private static ActionProof denied(AwsDenial denial, String words) {
        return new ActionProof(ActionProof.State.DENIED, words, denial);
    }

    private static ActionProof unverified(String why) {
        return new ActionProof(ActionProof.State.UNVERIFIED, "unverified: " + why, null);
    }
}
