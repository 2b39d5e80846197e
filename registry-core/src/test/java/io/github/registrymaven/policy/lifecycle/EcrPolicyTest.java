package io.github.registrymaven.policy.lifecycle;

import static io.github.registrymaven.policy.lifecycle.Given.NOW;
import static io.github.registrymaven.policy.lifecycle.Given.days;
import static io.github.registrymaven.policy.lifecycle.Given.ecr;
import static io.github.registrymaven.policy.lifecycle.Given.ecrRule;
import static io.github.registrymaven.policy.lifecycle.Given.image;
import static io.github.registrymaven.policy.lifecycle.Given.list;
import static io.github.registrymaven.policy.lifecycle.Given.only;
import static io.github.registrymaven.policy.lifecycle.Given.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EcrPolicyTest {
    private static final String FOURTEEN_DAYS =
            "'countType': 'sinceImagePushed', 'countUnit': 'days', 'countNumber': 14";
    private static final String ARCHIVE = "'type': 'transition', 'targetStorageClass': 'archive'";

    private static String any(int count) {
        return "'tagStatus': 'any', 'countType': 'imageCountMoreThan', 'countNumber': " + count;
    }

    @Test
    void exactlyTheAgeIsNotOlder() {
        LifecyclePolicy policy = ecr(ecrRule(1, "'tagStatus': 'any', " + FOURTEEN_DAYS));

        assertThat(told(policy, days("a", 14), image("b", Duration.ofDays(14).plusMillis(1))))
                .isEqualTo("keep:1 expire:1");
    }

    @Test
    void saysWhenAnImageThatStaysWillGo() {
        LifecyclePolicy policy = ecr(ecrRule(7, "'tagStatus': 'any', " + FOURTEEN_DAYS));

        Fate fate = only(policy, days("a", 5, "1.0"));

        assertThat(fate.action()).isEqualTo(Action.KEEP);
        assertThat(fate.rule()).isEqualTo("7");
        assertThat(fate.at()).isEqualTo(NOW.plus(Duration.ofDays(9)));
    }

    @Test
    void rulesCountByPriorityNotByPlace() {
        LifecyclePolicy policy = ecr(
                ecrRule(9, any(1)),
                ecrRule(
                        2,
                        "'tagStatus': 'tagged', 'tagPrefixList': ['v'], 'countType': 'imageCountMoreThan', "
                                + "'countNumber': 5"));

        assertThat(told(policy, days("a", 9, "v1"), days("b", 8, "x"), days("c", 7)))
                .isEqualTo("keep:2 expire:9 keep:9");
    }

    @Test
    void whichOfTwoOfTheSameInstantGoesIsUnknown() {
        LifecyclePolicy policy = ecr(ecrRule(1, any(2)));

        assertThat(told(policy, days("a", 1), days("b", 2), days("c", 2), days("d", 3)))
                .isEqualTo("keep:1 unknown:1 unknown:1 expire:1");
    }

    @Test
    void twoOfTheSameInstantThatBothFitStay() {
        LifecyclePolicy policy = ecr(ecrRule(1, any(3)));

        assertThat(told(policy, days("a", 1), days("b", 2), days("c", 2))).isEqualTo("keep:1 keep:1 keep:1");
    }

    @Test
    void whatAManifestListNeedsStaysAsLongAsTheList() {
        LifecyclePolicy policy = ecr(ecrRule(
                1, "'tagStatus': 'untagged', 'countType': 'sinceImagePushed', 'countUnit': 'days', 'countNumber': 1"));

        assertThat(told(
                        policy,
                        list(days("list", 9, "1.0"), "arm", "amd"),
                        days("arm", 9),
                        days("amd", 9),
                        days("old", 9)))
                .isEqualTo("keep:- keep:1 keep:1 expire:1");
    }

    @Test
    void whatAnExpiringManifestListNeedsGoesToo() {
        LifecyclePolicy policy = ecr(ecrRule(1, any(1)));

        assertThat(told(policy, list(days("list", 9, "1.0"), "arm"), days("arm", 9), days("new", 1, "2.0")))
                .isEqualTo("expire:1 expire:1 keep:1");
    }

    @Test
    void aListWithinAListHoldsItsOwn() {
        LifecyclePolicy policy = ecr(ecrRule(1, "'tagStatus': 'untagged', " + FOURTEEN_DAYS));

        assertThat(told(
                        policy,
                        days("leaf", 20),
                        list(days("inner", 20), "leaf"),
                        list(days("outer", 20, "1"), "inner")))
                .isEqualTo("keep:1 keep:1 keep:-");
    }

    @Test
    void archivedImagesAreForTheRulesOfTheArchive() {
        LifecyclePolicy policy = ecr(
                ecrRule(1, any(1), ARCHIVE),
                ecrRule(
                        2,
                        "'tagStatus': 'any', 'storageClass': 'archive', 'countType': 'sinceImageTransitioned', "
                                + "'countUnit': 'days', 'countNumber': 90"));

        assertThat(told(policy, archived("a", 91), archived("b", 90), days("c", 400), days("d", 1)))
                .isEqualTo("expire:2 keep:2 archive:1 keep:1");
    }

    @Test
    void anArchivedImageOfUnknownDateIsUnknown() {
        LifecyclePolicy policy = ecr(ecrRule(
                2,
                "'tagStatus': 'any', 'storageClass': 'archive', 'countType': 'sinceImageTransitioned', "
                        + "'countUnit': 'days', 'countNumber': 90"));
        InventoryImage image = new InventoryImage(
                "sha256:a", null, List.of(), NOW.minus(Duration.ofDays(500)), null, true, null, null, false, List.of());

        assertThat(told(policy, image)).isEqualTo("unknown:2");
    }

    @Test
    void aPullStartsTheClockAnewAndSoDoesARestore() {
        LifecyclePolicy policy = ecr(ecrRule(
                1,
                "'tagStatus': 'any', 'countType': 'sinceImagePulled', 'countUnit': 'days', 'countNumber': 30",
                ARCHIVE));

        assertThat(told(policy, pulled("a", 5, null), pulled("b", 40, null), pulled("c", 90, 60), pulled("d", 90, 20)))
                .isEqualTo("keep:1 archive:1 archive:1 keep:1");
        assertThat(told(policy, pulled("e", 20, 60))).isEqualTo("keep:1");
    }

    @Test
    void theFirstRuleThatSelectsTheTagDecidesWhenItGoes() {
        LifecyclePolicy policy = ecr(
                ecrRule(
                        1,
                        "'tagStatus': 'tagged', 'tagPatternList': ['v*'], 'countType': 'imageCountMoreThan', "
                                + "'countNumber': 10"),
                ecrRule(2, "'tagStatus': 'any', " + FOURTEEN_DAYS));

        Outlook release = policy.outlook(new Pushed(null, List.of("v1"), 3));
        Outlook branch = policy.outlook(new Pushed(null, List.of("main"), 3));

        assertThat(release.rule()).isEqualTo("1");
        assertThat(release.pushes()).isEqualTo(10);
        assertThat(release.age()).isNull();
        assertThat(branch.rule()).isEqualTo("2");
        assertThat(branch.age()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void everyImageOfAMultiArchPushCountsWhereNoTagIsAskedFor() {
        Outlook outlook = ecr(ecrRule(1, any(10))).outlook(new Pushed(null, List.of("v1"), 3));

        assertThat(outlook.pushes()).isEqualTo(4);
        assertThat(outlook.reason()).contains("each push brings 3");
    }

    @Test
    void aTagThatNoRuleSelectsStays() {
        Outlook outlook = ecr(ecrRule(1, "'tagStatus': 'untagged', " + FOURTEEN_DAYS))
                .outlook(new Pushed(null, List.of("v1"), 1));

        assertThat(outlook.action()).isEqualTo(Action.KEEP);
        assertThat(outlook.rule()).isNull();
    }

    private static InventoryImage archived(String name, int daysAgo) {
        return new InventoryImage(
                "sha256:" + name,
                "team/app",
                List.of(),
                NOW.minus(Duration.ofDays(900)),
                null,
                true,
                NOW.minus(Duration.ofDays(daysAgo)),
                null,
                false,
                List.of());
    }

    private static InventoryImage pulled(String name, int pulled, @Nullable Integer restored) {
        return new InventoryImage(
                "sha256:" + name,
                "team/app",
                List.of(),
                NOW.minus(Duration.ofDays(200)),
                ago(pulled),
                false,
                null,
                restored == null ? null : ago(restored),
                false,
                List.of());
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
