package io.github.registrymaven.policy.lifecycle;

import static io.github.registrymaven.policy.lifecycle.Given.days;
import static io.github.registrymaven.policy.lifecycle.Given.ecr;
import static io.github.registrymaven.policy.lifecycle.Given.ecrRule;
import static io.github.registrymaven.policy.lifecycle.Given.image;
import static io.github.registrymaven.policy.lifecycle.Given.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The outcomes that AWS documents.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_examples.html">examples</a>
 */
final class EcrDocumentedExamplesTest {
    private static final String NEWEST = "'countType': 'imageCountMoreThan', 'countNumber': 1";

    private static String older(int days) {
        return "'countType': 'sinceImagePushed', 'countUnit': 'days', 'countNumber': " + days;
    }

    private static String tagged(String list) {
        return "'tagStatus': 'tagged', 'tagPatternList': [" + list + "], ";
    }

    @Test
    void filtersOnImageAge() {
        LifecyclePolicy policy = ecr(ecrRule(1, tagged("'prod*'") + older(14)));

        assertThat(told(policy, days("a", 15, "prod-1"), days("b", 13, "prod-2"), days("c", 15, "beta-1")))
                .isEqualTo("expire:1 keep:1 keep:-");
    }

    @Test
    void filtersOnImageCount() {
        LifecyclePolicy policy = ecr(ecrRule(1, "'tagStatus': 'untagged', " + NEWEST));

        assertThat(told(policy, days("a", 3), days("b", 2), days("c", 9, "prod-1")))
                .isEqualTo("expire:1 keep:1 keep:-");
    }

    @Test
    void filtersOnMultipleRulesExampleA() {
        LifecyclePolicy policy = ecr(ecrRule(1, tagged("'prod*'") + NEWEST), ecrRule(2, tagged("'beta*'") + NEWEST));

        assertThat(told(
                        policy,
                        days("a", 10, "beta-1", "prod-1"),
                        days("b", 9, "beta-2", "prod-2"),
                        days("c", 8, "beta-3")))
                .isEqualTo("expire:1 keep:1 keep:2");
    }

    @Test
    void filtersOnMultipleRulesExampleB() {
        LifecyclePolicy policy = ecr(ecrRule(1, tagged("'beta*'") + NEWEST), ecrRule(2, tagged("'prod*'") + NEWEST));

        assertThat(told(
                        policy,
                        days("a", 10, "beta-1", "prod-1"),
                        days("b", 9, "beta-2", "prod-2"),
                        days("c", 8, "beta-3")))
                .isEqualTo("expire:1 expire:1 keep:1");
    }

    @Test
    void filtersOnMultipleTagsExampleA() {
        LifecyclePolicy policy = ecr(ecrRule(1, tagged("'alpha*', 'beta*'") + older(5)));

        assertThat(told(
                        policy,
                        days("a", 12, "alpha-1"),
                        days("b", 11, "beta-1"),
                        days("c", 10, "alpha-2", "beta-2"),
                        days("d", 4, "alpha-3"),
                        days("e", 3, "beta-3"),
                        days("f", 2, "alpha-4", "beta-4")))
                .isEqualTo("keep:- keep:- expire:1 keep:- keep:- keep:1");
    }

    @Test
    void filtersOnMultipleTagsExampleB() {
        LifecyclePolicy policy = ecr(ecrRule(1, tagged("'alpha*', 'beta*'") + NEWEST));

        assertThat(told(
                        policy,
                        days("a", 10, "alpha-1", "beta-1", "gamma-1"),
                        days("b", 9, "alpha-2", "beta-2"),
                        days("c", 8, "alpha-3", "beta-3", "gamma-2")))
                .isEqualTo("expire:1 expire:1 keep:1");
    }

    @Test
    void filtersOnMultipleTagsByPrefix() {
        LifecyclePolicy policy =
                ecr(ecrRule(1, "'tagStatus': 'tagged', 'tagPrefixList': ['alpha', 'beta'], " + NEWEST));

        assertThat(told(
                        policy,
                        days("a", 10, "alpha-1", "beta-1", "gamma-1"),
                        days("b", 9, "alpha-2", "beta-2"),
                        days("c", 8, "alpha-3", "beta-3", "gamma-2")))
                .isEqualTo("expire:1 expire:1 keep:1");
    }

    @Test
    void filtersOnAllImagesExampleA() {
        LifecyclePolicy policy = ecr(ecrRule(1, "'tagStatus': 'any', " + NEWEST));

        assertThat(told(policy, days("a", 4, "alpha-1"), days("b", 3, "beta-1"), days("c", 2), days("d", 1, "alpha-2")))
                .isEqualTo("expire:1 expire:1 expire:1 keep:1");
    }

    /** D and E are both "1 day ago" there; as D goes and E stays, E is the newer one, and a day is not older than a day. */
    @Test
    void filtersOnAllImagesExampleB() {
        LifecyclePolicy policy = ecr(
                ecrRule(1, tagged("'alpha*'") + NEWEST),
                ecrRule(2, "'tagStatus': 'untagged', " + older(1)),
                ecrRule(3, "'tagStatus': 'any', " + NEWEST));

        assertThat(told(
                        policy,
                        days("a", 4, "alpha-1", "beta-1"),
                        days("b", 3),
                        days("c", 2, "alpha-2"),
                        image("d", Duration.ofHours(25), "git hash"),
                        days("e", 1)))
                .isEqualTo("expire:1 expire:2 keep:1 expire:3 keep:2");
    }

    @Test
    void archivesByAge() {
        LifecyclePolicy policy =
                ecr(ecrRule(1, tagged("'prod*'") + older(30), "'type': 'transition', 'targetStorageClass': 'archive'"));

        assertThat(told(policy, days("a", 31, "prod-1"), days("b", 29, "prod-2")))
                .isEqualTo("archive:1 keep:1");
    }

    @Test
    void archivesWhatIsNotPulled() {
        LifecyclePolicy policy = ecr(ecrRule(
                1,
                "'tagStatus': 'any', 'countType': 'sinceImagePulled', 'countUnit': 'days', 'countNumber': 90",
                "'type': 'transition', 'targetStorageClass': 'archive'"));

        assertThat(told(policy, days("a", 91), days("b", 89, "prod-2"))).isEqualTo("archive:1 keep:1");
    }
}
