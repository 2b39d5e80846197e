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
            // ACR is the one that can be shut off from the internet, and its providers recommend it.
            boolean networkToo =
                    state.kind() == RegistryKind.ACR && terms.level().isAtLeast(PolicyLevel.GOOD);
            Reach widest = networkToo ? Reach.PRIVATE_NETWORK : Reach.NAMED_PRINCIPALS;
            return exposure.reach().compareTo(widest) <= 0
                    ? ruling.pass("is open " + words(exposure.reach()))
                    : ruling.fail(
                            "is open " + words(exposure.reach()) + by(exposure),
                            "only " + words(widest),
                            remedies(state, exposure));
        });
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

    private static List<Remedy> remedies(RepositoryState state, Exposure exposure) {
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
            case ACR -> azure(state, named);
            default -> List.of();
        };
    }

    private static List<Remedy> google(RepositoryState state, Exposure exposure, Named named) {
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

    private static List<Remedy> azure(RepositoryState state, Named named) {
        String title = "Close it";
        return switch (Language.of(state)) {
            case TERRAFORM ->
                Language.change(
                        state, title, "anonymous_pull_enabled        = false\npublic_network_access_enabled = false");
            case BICEP ->
                Language.change(
                        state,
                        title,
                        "properties: {\n  anonymousPullEnabled: false\n  publicNetworkAccess: 'Disabled'\n}");
            case ARM ->
                Language.change(
                        state, title, "\"anonymousPullEnabled\": false,\n\"publicNetworkAccess\": \"Disabled\"");
            default ->
                Language.commands(
                        title,
                        "az acr update --name " + named.acrRegistry() + " --anonymous-pull-enabled false",
                        "az acr update --name " + named.acrRegistry() + " --public-network-enabled false");
        };
    }
}
