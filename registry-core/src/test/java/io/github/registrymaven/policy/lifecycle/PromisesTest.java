package io.github.registrymaven.policy.lifecycle;

import static io.github.registrymaven.policy.lifecycle.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is said of the future comes true, if nothing else is pushed: asked then, the policy does it, and not before. */
final class PromisesTest {
    private static final List<String> TAGS = List.of("v1", "v2", "dev-1", "dev-2", "main");

    @Property(tries = 1000)
    void ofEcr(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> rules = new ArrayList<>();
        rules.add(
                Given.ecrRule(
                        1,
                        "'tagStatus': 'tagged', 'tagPatternList': ['v*'], 'countType': 'imageCountMoreThan', 'countNumber': 2"));
        rules.add(Given.ecrRule(
                2,
                "'tagStatus': 'any', 'countType': 'sinceImagePushed', 'countUnit': 'days', 'countNumber': "
                        + (1 + random.nextInt(20))));
        holds(Given.ecr(rules.toArray(String[]::new)), images(random));
    }

    @Property(tries = 1000)
    void ofArtifactRegistry(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> policies = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            policies.add("'p" + i + "': " + cleanup(random));
        }
        holds(Given.policy(Provider.ARTIFACT_REGISTRY, "{" + String.join(", ", policies) + "}"), images(random));
    }

    @Property(tries = 1000)
    void ofAcr(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            tasks.add("'acr purge --filter .*:" + (random.nextBoolean() ? "^v" : "^dev") + " --ago "
                    + random.nextInt(20) + "d --keep " + random.nextInt(3) + "'");
        }
        holds(
                Given.policy(
                        Provider.ACR,
                        "{'retention': {'status': 'enabled', 'days': " + random.nextInt(20) + "}, 'purgeTasks': ["
                                + String.join(", ", tasks) + "]}"),
                images(random));
    }

    private static void holds(LifecyclePolicy policy, List<InventoryImage> images) {
        List<Fate> fates = policy.fates(images, NOW);
        Instant end = NOW.plus(Duration.ofDays(36_500));
        for (int i = 0; i < images.size(); i++) {
            Fate fate = fates.get(i);
            Instant at = fate.at();
            if (fate.action() != Action.KEEP) {
                continue;
            }
            if (at == null) {
                assertThat(policy.fates(images, end).get(i).action())
                        .as(fate.reason())
                        .isEqualTo(Action.KEEP);
            } else {
                assertThat(policy.fates(images, at.plusNanos(1)).get(i).action())
                        .as(fate.reason())
                        .isEqualTo(Action.EXPIRE);
                Instant before = at.minusNanos(1);
                assertThat(before.isBefore(NOW)
                                || policy.fates(images, before).get(i).action() == Action.KEEP)
                        .as(fate.reason())
                        .isTrue();
            }
        }
    }

    private static String cleanup(Random random) {
        String age = "'olderThan': '" + random.nextInt(20) + "d'";
        String young = "'newerThan': '" + random.nextInt(20) + "d'";
        String prefix = random.nextBoolean() ? "'tagPrefixes': ['v'], " : "";
        return switch (random.nextInt(4)) {
            case 0 -> "{'action': 'KEEP', 'mostRecentVersions': {'keepCount': " + (1 + random.nextInt(3)) + "}}";
            case 1 -> "{'action': 'KEEP', 'condition': {" + prefix + young + "}}";
            case 2 -> "{'action': 'KEEP', 'condition': {'tagState': 'TAGGED', 'tagPrefixes': ['main']}}";
            default -> "{'action': 'DELETE', 'condition': {" + prefix + age + "}}";
        };
    }

    /** Each at an instant of its own: ties are unknown, and have tests of their own. */
    private static List<InventoryImage> images(Random random) {
        List<InventoryImage> images = new ArrayList<>();
        List<String> left = new ArrayList<>(TAGS);
        for (int i = 0; i < random.nextInt(8); i++) {
            List<String> tags = new ArrayList<>();
            if (!left.isEmpty() && random.nextBoolean()) {
                tags.add(left.remove(random.nextInt(left.size())));
            }
            images.add(
                    Given.image("i" + i, Duration.ofHours(random.nextInt(60) * 10L + i), tags.toArray(String[]::new)));
        }
        return images;
    }
}
