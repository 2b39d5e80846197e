package io.github.registrymaven.policy.lifecycle;

import static io.github.registrymaven.policy.lifecycle.Given.NOW;
import static io.github.registrymaven.policy.lifecycle.Given.days;
import static io.github.registrymaven.policy.lifecycle.Given.list;
import static io.github.registrymaven.policy.lifecycle.Given.locked;
import static io.github.registrymaven.policy.lifecycle.Given.nameless;
import static io.github.registrymaven.policy.lifecycle.Given.only;
import static io.github.registrymaven.policy.lifecycle.Given.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AcrPolicyTest {
    private static LifecyclePolicy retention(int days) {
        return Given.policy(Provider.ACR, "{'retention': {'status': 'enabled', 'days': " + days + "}}");
    }

    private static LifecyclePolicy purge(String... flags) {
        StringBuilder tasks = new StringBuilder();
        for (String each : flags) {
            tasks.append(tasks.length() == 0 ? "" : ", ")
                    .append("\"acr purge ")
                    .append(each)
                    .append('"');
        }
        return Given.policy(Provider.ACR, "{\"purgeTasks\": [" + tasks + "]}".replace('\'', '"'));
    }

    @Test
    void retentionIsForWhatHasNoTag() {
        assertThat(told(retention(7), days("a", 8), days("b", 6), days("c", 900, "v1")))
                .isEqualTo("expire:retention keep:retention keep:-");
    }

    @Test
    void retentionLeavesWhatIsLockedAndWhatIsOlderThanItself() {
        LifecyclePolicy since = Given.policy(
                Provider.ACR,
                "{'retention': {'status': 'enabled', 'days': 7, 'lastUpdatedTime': '2026-01-20T00:00:00+00:00'}}");

        assertThat(told(since, days("a", 10), days("b", 12), locked(days("c", 10))))
                .isEqualTo("expire:retention keep:- keep:-");
    }

    @Test
    void retentionThatIsDisabledDoesNothing() {
        LifecyclePolicy policy = Given.policy(Provider.ACR, "{'retention': {'status': 'disabled', 'days': 0}}");

        assertThat(told(policy, days("a", 900))).isEqualTo("keep:-");
        assertThat(policy.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.DELETES_NOTHING);
    }

    @Test
    void whatAManifestListNeedsStays() {
        assertThat(told(retention(7), list(days("list", 9, "v1"), "arm"), days("arm", 9)))
                .isEqualTo("keep:- keep:retention");
    }

    @Test
    void purgeTakesTagsThatMatchAndAreOldEnough() {
        LifecyclePolicy policy = purge("--filter team/app:^dev-.* --ago 30d");

        assertThat(told(
                        policy,
                        days("a", 31, "dev-1"),
                        days("b", 30, "dev-2"),
                        days("c", 31, "v1-dev-"),
                        days("d", 99)))
                .isEqualTo("expire:purgeTasks[0] keep:purgeTasks[0] keep:- keep:-");
    }

    @Test
    void aTagExpressionIsLookedForAnywhere() {
        assertThat(told(purge("--filter team/app:1.0 --ago 1d"), days("a", 2, "v11.0")))
                .isEqualTo("expire:purgeTasks[0]");
    }

    @Test
    void aRepositoryExpressionMustFitTheWholeName() {
        assertThat(told(purge("--filter app:.* --ago 1d"), days("a", 2, "v1"))).isEqualTo("keep:-");
        assertThat(told(purge("--filter .*/app:.* --ago 1d"), days("a", 2, "v1")))
                .isEqualTo("expire:purgeTasks[0]");
    }

    @Test
    void keepLeavesTheNewestOfThoseThatWouldGo() {
        LifecyclePolicy policy = purge("--filter .*:.* --ago 10d --keep 1");

        assertThat(told(policy, days("new", 2, "v4"), days("a", 11, "v3"), days("b", 12, "v2"), days("c", 13, "v1")))
                .isEqualTo("keep:purgeTasks[0] keep:purgeTasks[0] expire:purgeTasks[0] expire:purgeTasks[0]");
    }

    @Test
    void saysWhenANewerTagPushesThisOneOut() {
        LifecyclePolicy policy = purge("--filter .*:.* --ago 10d --keep 1");

        List<Fate> fates = policy.fates(List.of(days("new", 2, "v4"), days("a", 11, "v3")), NOW);

        assertThat(fates.get(0).at()).isNull();
        assertThat(fates.get(1).at()).isEqualTo(NOW.plus(Duration.ofDays(8)));
    }

    @Test
    void anImageThatKeepsATagStaysAndLosesTheOther() {
        Fate fate = only(purge("--filter .*:^dev --ago 1d"), days("a", 2, "dev-1", "v1"));

        assertThat(fate.action()).isEqualTo(Action.KEEP);
        assertThat(fate.removedTags()).containsExactly("dev-1");
        assertThat(fate.reason()).startsWith("it loses dev-1 and keeps another tag");
    }

    @Test
    void lockedTagsStayUnlessTheTaskUnlocksThem() {
        InventoryImage image = locked(days("a", 9, "v1"));

        assertThat(told(purge("--filter .*:.* --ago 1d"), image)).isEqualTo("keep:-");
        assertThat(told(purge("--filter .*:.* --ago 1d --include-locked"), image))
                .isEqualTo("expire:purgeTasks[0]");
    }

    @Test
    void untaggedGoWhereTheTaskSaysSo() {
        InventoryImage old = days("a", 9);
        InventoryImage young = days("b", 1);

        assertThat(told(purge("--filter .*:.* --ago 7d"), old)).isEqualTo("keep:-");
        assertThat(told(purge("--filter .*:.* --ago 7d --untagged"), old, young))
                .isEqualTo("expire:purgeTasks[0] unknown:purgeTasks[0]");
    }

    @Test
    void aTaskThatOnlyTellsDoesNothing() {
        LifecyclePolicy policy = purge("--filter .*:.* --ago 1d --dry-run");

        assertThat(told(policy, days("a", 9, "v1"))).isEqualTo("keep:-");
        assertThat(policy.boundsTagged()).isFalse();
    }

    @Test
    void severalTasksEachTakeTheirOwn() {
        LifecyclePolicy policy = purge("--filter .*:^dev --ago 1d", "--filter .*:^v --ago 5d");

        assertThat(told(policy, days("a", 2, "dev-1"), days("b", 2, "v1"), days("c", 6, "v0")))
                .isEqualTo("expire:purgeTasks[0] keep:purgeTasks[1] expire:purgeTasks[1]");
    }

    @Test
    void ofAnUnknownRepositoryOnlyAFilterForAllIsSure() {
        assertThat(told(purge("--filter team/app:.* --ago 1d"), nameless(days("a", 2, "v1"))))
                .isEqualTo("unknown:purgeTasks[0]");
        assertThat(told(purge("--filter .*:.* --ago 1d"), nameless(days("a", 2, "v1"))))
                .isEqualTo("expire:purgeTasks[0]");
    }

    @Test
    void whichOfTwoOfTheSameInstantIsKeptIsUnknown() {
        assertThat(told(purge("--filter .*:.* --ago 1d --keep 1"), days("a", 2, "v1"), days("b", 2, "v2")))
                .isEqualTo("unknown:purgeTasks[0] unknown:purgeTasks[0]");
    }

    @Test
    void anExpressionThatTakesForEverIsGivenUp() {
        assertThat(told(purge("--filter .*:.*.*.*.*.*.*.*x --ago 1d"), days("a", 2, "a".repeat(60) + "b")))
                .isEqualTo("unknown:purgeTasks[0]");
    }

    @Test
    void theTagThatIsPushedGoesByTheTaskThatMatchesIt() {
        LifecyclePolicy policy = purge("--filter team/.*:^v --ago 30d --keep 3");

        Outlook release = policy.outlook(new Pushed("team/app", List.of("v1"), 1));
        Outlook other = policy.outlook(new Pushed("team/app", List.of("main"), 1));
        Outlook elsewhere = policy.outlook(new Pushed(null, List.of("v1"), 1));

        assertThat(release.age()).isEqualTo(Duration.ofDays(30));
        assertThat(release.pushes()).isEqualTo(3);
        assertThat(other.action()).isEqualTo(Action.KEEP);
        assertThat(elsewhere.action()).isEqualTo(Action.UNKNOWN);
    }

    @Test
    void allTagsOfAPushAreAmongTheNewest() {
        LifecyclePolicy policy = purge("--filter .*:.* --ago 30d --keep 5");
        Pushed two = new Pushed("team/app", List.of("v1", "v1-jre"), 1);
        Pushed moved = new Pushed("team/app", List.of("v1", "latest"), 1).without(List.of("latest"));

        assertThat(policy.outlook(two).pushes()).isEqualTo(2);
        assertThat(policy.outlook(moved).pushes()).isEqualTo(4);
        assertThat(purge("--filter .*:.* --ago 30d --keep 1").outlook(two).pushes())
                .isNull();
    }

    @Test
    void whatLosesItsTagGoesByRetention() {
        Outlook outlook = retention(7).outlook(new Pushed("team/app", List.of(), 1));

        assertThat(outlook.rule()).isEqualTo("retention");
        assertThat(outlook.age()).isEqualTo(Duration.ofDays(7));
    }
}
