package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import java.util.ArrayList;
import java.util.List;

/** Whether tags may move. */
final class EcrTags {
    private EcrTags() {}

    static Setting<TagMutability> of(Resource resource) {
        Node mode = resource.get("image_tag_mutability", "ImageTagMutability");
        if (mode instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        String said = mode.isNothing() ? "MUTABLE" : String.valueOf(mode.text());
        return switch (said) {
            case "MUTABLE", "IMMUTABLE" -> seen(said, List.of(), mode);
            case "MUTABLE_WITH_EXCLUSION", "IMMUTABLE_WITH_EXCLUSION" -> excepted(resource, said, mode);
            default -> new Setting.Unseen<>("\"" + said + "\" is no tag mutability of ECR (" + mode.at() + ")");
        };
    }

    private static Setting<TagMutability> excepted(Resource resource, String said, Node mode) {
        List<String> patterns = new ArrayList<>();
        Node filters = resource.get("image_tag_mutability_exclusion_filter", "ImageTagMutabilityExclusionFilters");
        for (Node filter : filters.items()) {
            Node pattern = filter.get("filter", "ImageTagMutabilityExclusionFilterValue");
            if (pattern.text() == null) {
                return new Node.Unknown("a filter of the tags that are excepted is not known", filter.at()).unseen();
            }
            patterns.add(String.valueOf(pattern.text()));
        }
        return seen(said, patterns, mode);
    }

    private static Setting<TagMutability> seen(String said, List<String> patterns, Node mode) {
        return new Setting.Seen<>(
                new TagMutability(said.startsWith("IMMUTABLE"), patterns, said),
                mode.at().toString());
    }
}
