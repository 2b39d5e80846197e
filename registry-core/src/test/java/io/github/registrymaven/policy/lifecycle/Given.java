package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Images and policies for tests. */
final class Given {
    static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

    private Given() {}

    static InventoryImage image(String name, Duration age, String... tags) {
        return new InventoryImage(
                "sha256:" + name, "team/app", List.of(tags), NOW.minus(age), null, false, null, null, false, List.of());
    }

    static InventoryImage days(String name, int days, String... tags) {
        return image(name, Duration.ofDays(days), tags);
    }

    static InventoryImage locked(InventoryImage image) {
        return new InventoryImage(
                image.digest(),
                image.packageName(),
                image.tags(),
                image.pushedAt(),
                null,
                false,
                null,
                null,
                true,
                List.of());
    }

    static InventoryImage list(InventoryImage image, String... names) {
        return new InventoryImage(
                image.digest(),
                image.packageName(),
                image.tags(),
                image.pushedAt(),
                null,
                false,
                null,
                null,
                false,
                List.of(names).stream().map(name -> "sha256:" + name).toList());
    }

    static InventoryImage nameless(InventoryImage image) {
        return new InventoryImage(
                image.digest(), null, image.tags(), image.pushedAt(), null, false, null, null, false, List.of());
    }

    /** JSON with single quotes. */
    static LifecyclePolicy policy(Provider provider, String json) {
        return policy(provider, json, false);
    }

    static LifecyclePolicy policy(Provider provider, String json, boolean dryRun) {
        try {
            return LifecyclePolicy.parse(provider, json.replace('\'', '"'), dryRun);
        } catch (InvalidDocument invalid) {
            throw new AssertionError(invalid.getMessage(), invalid);
        }
    }

    static String ecrRule(int priority, String selection) {
        return ecrRule(priority, selection, "'type': 'expire'");
    }

    static String ecrRule(int priority, String selection, String action) {
        return "{'rulePriority': " + priority + ", 'selection': {" + selection + "}, 'action': {" + action + "}}";
    }

    static LifecyclePolicy ecr(String... rules) {
        return policy(Provider.ECR, "{'rules': [" + String.join(", ", rules) + "]}");
    }

    /** Such as {@code expire:1 keep:-}: each image's action and rule, in order. */
    static String told(LifecyclePolicy policy, InventoryImage... images) {
        return policy.fates(List.of(images), NOW).stream()
                .map(fate -> fate.action().id() + ":" + (fate.rule() == null ? "-" : fate.rule()))
                .collect(Collectors.joining(" "));
    }

    static Fate only(LifecyclePolicy policy, InventoryImage image) {
        return policy.fates(List.of(image), NOW).get(0);
    }
}
