package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;

/** {@code banPublicRegistry}: nobody reaches the images but whom their owner named. */
final class PublicRegistry implements StateRule {
    @Override
    public String name() {
        return "banPublicRegistry";
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        return Ruling.of(name(), state, terms.level(), state.exposure(), (ruling, exposure) -> {
            boolean networkToo = asksForNetworks(state, terms.level(), exposure);
            Reach widest = networkToo ? Reach.PRIVATE_NETWORK : Reach.NAMED_PRINCIPALS;
            if (exposure.reach().compareTo(widest) <= 0) {
                return open(state, terms.level(), exposure, ruling);
            }
            return ruling.fail(
                    "is open " + words(exposure.reach()) + by(exposure),
                    "only " + words(widest),
                    remedies(state, exposure, networkToo));
        });
    }

    /**
     * ACR is the one that can be shut off from the internet, and its providers recommend it. What only a larger SKU has is asked
     * for by nobody but who asks for all that can be had.
     */
    private static boolean asksForNetworks(RepositoryState state, PolicyLevel level, Exposure exposure) {
        return state.kind() == RegistryKind.ACR
                && (level == PolicyLevel.STRICT
                        || (level == PolicyLevel.GOOD && Boolean.TRUE.equals(exposure.closable())));
    }

    /** No further than is asked, as far as that can be told. */
    private static Judgement open(RepositoryState state, PolicyLevel level, Exposure exposure, Ruling ruling) {
        String open = "is open " + words(exposure.reach());
        boolean overAnyNetwork = state.kind() == RegistryKind.ACR
                && level == PolicyLevel.GOOD
                && exposure.reach() == Reach.NAMED_PRINCIPALS;
        if (!overAnyNetwork) {
            return ruling.pass(open);
        }
        return exposure.closable() == null
                ? ruling.unknown(open + by(exposure)
                        + ", and whether its SKU is Premium, which alone can be closed, is not known")
                : ruling.pass(open + ", and over any network, as only the Premium SKU can be closed");
    }

    private static String by(Exposure exposure) {
        return exposure.openings().isEmpty() ? "" : ": " + String.join("; ", exposure.openings());
    }

    private static String words(Reach reach) {
        return switch (reach) {
            case PRIVATE_NETWORK -> "to networks that its owner named";
            case NAMED_PRINCIPALS -> "to principals that its owner named";
            case ANY_ACCOUNT -> "to every account of its cloud";
            case ANONYMOUS -> "to everybody without a login";
        };
    }

    private static List<Remedy> remedies(RepositoryState state, Exposure exposure, boolean networkToo) {
        Named named = new Named(state);
        return switch (state.kind()) {
            case ECR ->
                Language.of(state) == Language.COMMANDS
                        ? Language.commands(
                                "Take the statement that opens it out of its policy, or narrow it by aws:PrincipalOrgID",
                                named.ecr("get-repository-policy") + " --query policyText --output text > policy.json",
                                named.ecr("set-repository-policy") + " --policy-text file://policy.json")
                        : Language.change(
                                state,
                                "Narrow the statement that opens it",
                                "\"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"ORGANIZATION\"}}");
            case ARTIFACT_REGISTRY, GCR -> google(state, exposure, named);
            case ACR -> new AcrClosing(state, exposure, networkToo).remedies();
            default -> List.of();
        };
    }

    private static List<Remedy> google(RepositoryState state, Exposure exposure, Named named) {
        if (Language.isModuleOfTerraform(state)) {
            return Language.change(
                    state,
                    "Name who may",
                    "members = { readers = [\"group:TEAM@example.com\"] } # not allUsers, allAuthenticatedUsers");
        }
        if (Language.of(state) == Language.TERRAFORM) {
            return Language.change(
                    state,
                    "Name who may",
                    "members = [\"group:TEAM@example.com\"] # not allUsers, allAuthenticatedUsers");
        }
        List<String> commands = new ArrayList<>();
        for (String member : List.of("allUsers", "allAuthenticatedUsers")) {
            if (exposure.openings().stream().anyMatch(opening -> opening.contains(member))) {
                commands.add(
                        named.artifactRegistry("remove-iam-policy-binding") + " --member=" + member + " --role=ROLE");
            }
        }
        return Language.commands("Name who may", commands.toArray(String[]::new));
    }
}
