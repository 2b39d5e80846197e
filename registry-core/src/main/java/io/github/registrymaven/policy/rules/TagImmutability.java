package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.policy.Wildcard;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;

/** {@code requireTagImmutability}: what a tag names today it names tomorrow. */
final class TagImmutability implements StateRule {
    /** What releases are tagged like; an exception that takes one of them is no exception. */
    private static final List<String> RELEASES =
            List.of("1.2.3", "v1.2.3", "1.2.3-rc.1", "2026.1", "release-1.2.3", "1.2", "10");

    @Override
    public String name() {
        return "requireTagImmutability";
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        return Ruling.of(
                name(), state, terms.level(), state.tags(), (ruling, tags) -> judge(state, terms, ruling, tags));
    }

    private static Judgement judge(RepositoryState state, Terms terms, Ruling ruling, TagMutability tags) {
        List<String> pushed =
                terms.pushed().stream().flatMap(each -> each.tags().stream()).toList();
        List<String> fixed = new ArrayList<>(pushed);
        fixed.removeIf(tag -> isMoving(tag, terms));
        if (!pushed.isEmpty() && fixed.isEmpty()) {
            return ruling.notApplicable("is pushed to by tags that may move: " + String.join(", ", pushed));
        }
        for (String tag : fixed) {
            if (!tags.holds(tag) && !tags.isUndecided(tag)) {
                return ruling.fail(
                        "lets the tag " + tag + " move (" + tags.said() + ")",
                        "immutable tags",
                        remedies(state, tags, tag));
            }
        }
        for (String tag : fixed) {
            if (tags.isUndecided(tag)) {
                return ruling.unknown("does not have the tag " + tag
                        + " yet, and a tag is locked there after its push (" + tags.said() + ")");
            }
        }
        if (terms.level() == PolicyLevel.MINIMUM || state.kind() != RegistryKind.ECR) {
            return atMinimum(state, ruling, tags, fixed);
        }
        return above(state, terms, ruling, tags);
    }

    private static Judgement atMinimum(RepositoryState state, Ruling ruling, TagMutability tags, List<String> fixed) {
        if (!fixed.isEmpty()) {
            return ruling.pass("keeps the tag " + fixed.get(0) + " where it is (" + tags.said() + ")");
        }
        if (tags.immutable()) {
            return ruling.pass("has immutable tags (" + tags.said() + ")");
        }
        if (tags.loose() != null) {
            return ruling.unknown(
                    "locks each tag by itself (" + tags.said() + "), and which tag is pushed is not known");
        }
        return tags.exceptions().isEmpty()
                ? ruling.fail("lets tags move (" + tags.said() + ")", "immutable tags", remedies(state, tags, "TAG"))
                : ruling.unknown("keeps only tags like " + String.join(", ", tags.exceptions())
                        + " where they are, and which tag is pushed is not known");
    }

    private static Judgement above(RepositoryState state, Terms terms, Ruling ruling, TagMutability tags) {
        if (!tags.immutable()) {
            return ruling.fail(
                    "lets tags move in general (" + tags.said() + ")", "IMMUTABLE", remedies(state, tags, "TAG"));
        }
        if (terms.level() == PolicyLevel.STRICT && !tags.exceptions().isEmpty()) {
            return ruling.fail(
                    "lets tags like " + String.join(", ", tags.exceptions()) + " move (" + tags.said() + ")",
                    "IMMUTABLE without exceptions",
                    remedies(state, tags, "TAG"));
        }
        for (String exception : tags.exceptions()) {
            for (String release : RELEASES) {
                if (Wildcard.matches(exception, release)) {
                    return ruling.fail(
                            "lets tags like " + exception + " move, and so " + release + " (" + tags.said() + ")",
                            "exceptions that take no release",
                            remedies(state, tags, "TAG"));
                }
            }
        }
        return ruling.pass("has immutable tags (" + tags.said() + ")");
    }

    private static boolean isMoving(String tag, Terms terms) {
        return Wildcard.matchesAny(terms.movingTags(), tag);
    }

    private static List<Remedy> remedies(RepositoryState state, TagMutability tags, String tag) {
        // The provider of Terraform refuses IMMUTABLE as long as a filter stands beside it.
        boolean hasFilters = state.source() == RepositoryState.Source.DECLARED
                && !tags.exceptions().isEmpty();
        String title = "Make its tags immutable" + (hasFilters ? ", and delete its exclusion filters" : "");
        Named named = new Named(state);
        return switch (state.kind()) {
            case ECR ->
                switch (Language.of(state)) {
                    case TERRAFORM -> Language.change(state, title, new EcrTerraform(state).immutableTags());
                    case CLOUDFORMATION_JSON -> Language.change(state, title, "\"ImageTagMutability\": \"IMMUTABLE\"");
                    case CLOUDFORMATION_YAML -> Language.change(state, title, "ImageTagMutability: IMMUTABLE");
                    default ->
                        Language.commands(
                                title, named.ecr("put-image-tag-mutability") + " --image-tag-mutability IMMUTABLE");
                };
            case ARTIFACT_REGISTRY, GCR ->
                Language.of(state) == Language.TERRAFORM
                        ? Language.change(
                                state,
                                title,
                                "docker_config " + (Language.isModuleOfTerraform(state) ? "= " : "")
                                        + "{\n  immutable_tags = true\n}")
                        : Language.commands(title, named.artifactRegistry("update") + " --immutable-tags");
            case ACR ->
                Language.commands(
                        "Lock the tag when it is pushed",
                        "az acr repository update --name " + named.acrRegistry() + " --image " + named.repository()
                                + ":" + tag + " --write-enabled false");
            default -> List.of();
        };
    }
}
