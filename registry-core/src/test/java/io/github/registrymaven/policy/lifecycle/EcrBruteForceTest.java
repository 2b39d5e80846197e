package io.github.registrymaven.policy.lifecycle;

import static io.github.registrymaven.policy.lifecycle.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.lifecycle.EcrRule.TagStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The evaluation as AWS describes it, step by step, beside ours. */
final class EcrBruteForceTest {
    private static final List<String> TAGS = List.of("alpha-1", "alpha-2", "beta-1", "prod", "x");
    private static final List<String> PATTERNS = List.of("alpha*", "*1", "beta*", "*", "prod", "*a*");

    @Property(tries = 2000)
    void agreesWithTheDocumentedSteps(@ForAll long seed) {
        Random random = new Random(seed);
        EcrPolicy policy = policy(random);
        List<InventoryImage> images = images(random);

        Map<String, String> expected = steps(policy, images);

        for (Fate fate : policy.fates(images, NOW)) {
            String taken = fate.action() == Action.KEEP ? "keep" : fate.action().id() + ":" + fate.rule();
            assertThat(taken)
                    .as(fate.reason())
                    .isEqualTo(expected.get(fate.image().digest()));
        }
    }

    @Property(tries = 2000)
    void aShadowedRuleNeverTakesAnything(@ForAll long seed) {
        Random random = new Random(seed);
        EcrPolicy policy = policy(random);
        List<InventoryImage> images = images(random);
        Set<String> shadowed = new HashSet<>();
        for (Remark remark : policy.remarks()) {
            if (remark.kind() == Remark.Kind.SHADOWED) {
                shadowed.add(remark.place());
            }
        }

        for (Fate fate : policy.fates(images, NOW)) {
            assertThat(shadowed).doesNotContain("rule " + fate.rule());
        }
    }

    /** Every rule sees all images; then they act in order, on what no rule above has seen. */
    private static Map<String, String> steps(EcrPolicy policy, List<InventoryImage> images) {
        Map<String, String> outcome = new HashMap<>();
        images.forEach(image -> outcome.put(image.digest(), "keep"));
        Set<String> identified = new HashSet<>();
        for (EcrRule rule : policy.rules()) {
            List<InventoryImage> seen = new ArrayList<>();
            for (InventoryImage image : images) {
                if (image.archived() == rule.archived() && rule.selects(image.tags())) {
                    seen.add(image);
                }
            }
            seen.sort(Comparator.comparing(InventoryImage::pushedAt).reversed());
            for (int i = 0; i < seen.size(); i++) {
                InventoryImage image = seen.get(i);
                boolean candidate = rule.count() instanceof EcrCount.MoreThan more
                        ? i >= more.images()
                        : Duration.between(image.pushedAt(), NOW).compareTo(((EcrCount.Since) rule.count()).age()) > 0;
                if (candidate && !identified.contains(image.digest())) {
                    outcome.put(image.digest(), (rule.archives() ? "archive:" : "expire:") + rule.name());
                }
            }
            seen.forEach(image -> identified.add(image.digest()));
        }
        return outcome;
    }

    private static EcrPolicy policy(Random random) {
        List<EcrRule> rules = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 1; i <= count; i++) {
            TagStatus status = i == count && random.nextBoolean()
                    ? TagStatus.ANY
                    : i == 1 && random.nextInt(3) == 0 ? TagStatus.UNTAGGED : TagStatus.TAGGED;
            EcrTags tags = status == TagStatus.TAGGED ? new EcrTags(some(PATTERNS, random, 1), false) : null;
            EcrCount limit = random.nextBoolean()
                    ? new EcrCount.MoreThan(1 + random.nextInt(3))
                    : new EcrCount.Since(EcrCount.Clock.PUSHED, 1 + random.nextInt(20));
            rules.add(new EcrRule(i * 10, status, tags, false, limit, random.nextInt(4) == 0));
        }
        return new EcrPolicy(rules, false);
    }

    private static List<InventoryImage> images(Random random) {
        List<InventoryImage> images = new ArrayList<>();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            // Each at an instant of its own: ties are unknown, and have tests of their own.
            Duration age = Duration.ofHours(random.nextInt(480) * 10L + i);
            images.add(Given.image("i" + i, age, some(TAGS, random, 0).toArray(String[]::new)));
        }
        return images;
    }

    private static List<String> some(List<String> of, Random random, int least) {
        Set<String> some = new HashSet<>();
        int count = least + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            some.add(of.get(random.nextInt(of.size())));
        }
        return List.copyOf(some);
    }
}
