package io.github.registrymaven.policy.lifecycle;

import static io.github.registrymaven.policy.lifecycle.Given.NOW;
import static io.github.registrymaven.policy.lifecycle.Given.days;
import static io.github.registrymaven.policy.lifecycle.Given.list;
import static io.github.registrymaven.policy.lifecycle.Given.nameless;
import static io.github.registrymaven.policy.lifecycle.Given.only;
import static io.github.registrymaven.policy.lifecycle.Given.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CleanupPoliciesTest {
    private static final String DELETE_OLD =
            "'delete-old': {'action': 'DELETE', 'condition': {'tagState': 'ANY', 'olderThan': '2592000s'}}";
    private static final String KEEP_RELEASES =
            "'keep-releases': {'action': 'KEEP', 'condition': {'tagState': 'TAGGED', 'tagPrefixes': ['v']}}";
    private static final String KEEP_NEWEST =
            "'keep-newest': {'action': 'KEEP', 'mostRecentVersions': {'keepCount': 2}}";

    private static LifecyclePolicy policies(String... policies) {
        return Given.policy(Provider.ARTIFACT_REGISTRY, "{" + String.join(", ", policies) + "}");
    }

    @Test
    void keepBeatsDeleteWhateverTheOrder() {
        InventoryImage release = days("a", 40, "v1");
        InventoryImage branch = days("b", 40, "main");

        assertThat(told(policies(DELETE_OLD, KEEP_RELEASES), release, branch))
                .isEqualTo("keep:keep-releases expire:delete-old");
        assertThat(told(policies(KEEP_RELEASES, DELETE_OLD), release, branch))
                .isEqualTo("keep:keep-releases expire:delete-old");
    }

    @Test
    void exactlyTheAgeIsNotOlder() {
        assertThat(told(policies(DELETE_OLD), days("a", 30))).isEqualTo("keep:delete-old");
    }

    @Test
    void keepAloneDeletesNothing() {
        assertThat(told(policies(KEEP_RELEASES), days("a", 900, "main"))).isEqualTo("keep:-");
    }

    @Test
    void aDryRunDeletesNothingAndTellsWhatItWould() {
        LifecyclePolicy policy = Given.policy(Provider.ARTIFACT_REGISTRY, "{" + DELETE_OLD + "}", true);

        Fate fate = only(policy, days("a", 40));

        assertThat(fate.action()).isEqualTo(Action.KEEP);
        assertThat(fate.reason()).startsWith("dry run, so nothing is done; otherwise: policy delete-old deletes");
        assertThat(policy.outlook(new Pushed("team/app", List.of("main"), 1)).action())
                .isEqualTo(Action.KEEP);
    }

    @Test
    void theNewestOfEachPackageAreKept() {
        InventoryImage other = new InventoryImage(
                "sha256:z",
                "team/other",
                List.of(),
                NOW.minus(Duration.ofDays(90)),
                null,
                false,
                null,
                null,
                false,
                List.of());

        assertThat(told(policies(DELETE_OLD, KEEP_NEWEST), days("a", 40), days("b", 50), days("c", 60), other))
                .isEqualTo("keep:keep-newest keep:keep-newest expire:delete-old keep:keep-newest");
    }

    @Test
    void whichOfTwoOfTheSameInstantIsNewerIsUnknown() {
        assertThat(told(policies(DELETE_OLD, KEEP_NEWEST), days("a", 40), days("b", 50), days("c", 50)))
                .isEqualTo("keep:keep-newest unknown:keep-newest unknown:keep-newest");
    }

    @Test
    void allThatACountKeepsIsOnlyForThePackagesItNames() {
        LifecyclePolicy policy = policies(
                DELETE_OLD,
                "'keep': {'action': 'KEEP', 'mostRecentVersions': {'packageNamePrefixes': ['web'], 'keepCount': 5}}");

        assertThat(told(policy, days("a", 40))).isEqualTo("expire:delete-old");
    }

    @Test
    void anImageOfUnknownPackageIsUnknownWhereAPolicyAsksForIt() {
        String delete = "'delete-web': {'action': 'DELETE', 'condition': {'packageNamePrefixes': ['web']}}";

        assertThat(told(policies(delete), nameless(days("a", 40)))).isEqualTo("unknown:delete-web");
        assertThat(told(policies(delete, DELETE_OLD), nameless(days("a", 40)))).isEqualTo("expire:delete-old");
        assertThat(told(policies(delete, KEEP_RELEASES), nameless(days("a", 40, "v1"))))
                .isEqualTo("keep:keep-releases");
    }

    @Test
    void everyPartOfAConditionMustHold() {
        LifecyclePolicy policy = policies("'d': {'action': 'DELETE', 'condition': {'tagState': 'TAGGED', "
                + "'tagPrefixes': ['tmp', 'dev'], 'packageNamePrefixes': ['team/'], 'olderThan': '7d'}}");

        assertThat(told(
                        policy,
                        days("a", 8, "dev-1"),
                        days("b", 8, "release", "tmp-1"),
                        days("c", 6, "dev-2"),
                        days("d", 8, "x"),
                        days("e", 8)))
                .isEqualTo("expire:d expire:d keep:d keep:- keep:-");
    }

    @Test
    void saysWhenAKeepForTheYoungEnds() {
        Fate fate = only(
                policies(
                        "'delete': {'action': 'DELETE', 'condition': {'tagState': 'ANY'}}",
                        "'young': {'action': 'KEEP', 'condition': {'newerThan': '10d'}}"),
                days("a", 4, "x"));

        assertThat(fate.rule()).isEqualTo("young");
        assertThat(fate.at()).isEqualTo(NOW.plus(Duration.ofDays(6)));
    }

    @Test
    void aVersionOfAnImageIsItsDigest() {
        LifecyclePolicy policy =
                policies("'d': {'action': 'DELETE', 'condition': {'tagState': 'ANY', 'versionNamePrefixes': ['1.0']}}");

        assertThat(told(policy, days("a", 40, "1.0.1"))).isEqualTo("keep:-");
        assertThat(policy.remarks().get(0).text()).contains("an image's version is its digest");
    }

    @Test
    void whatAManifestListNeedsStays() {
        LifecyclePolicy policy =
                policies("'d': {'action': 'DELETE', 'condition': {'tagState': 'UNTAGGED', 'olderThan': '1d'}}");

        assertThat(told(policy, list(days("list", 5, "v1"), "arm"), days("arm", 5), days("old", 5)))
                .isEqualTo("keep:- keep:d expire:d");
    }

    @Test
    void aTagThatIsKeptStaysForEver() {
        Outlook outlook = policies(DELETE_OLD, KEEP_RELEASES).outlook(new Pushed("team/app", List.of("v1"), 1));

        assertThat(outlook.action()).isEqualTo(Action.KEEP);
        assertThat(outlook.rule()).isEqualTo("keep-releases");
    }

    @Test
    void aTagGoesWhenOldEnoughAndPushedOutOfTheNewest() {
        Outlook outlook = policies(DELETE_OLD, KEEP_NEWEST).outlook(new Pushed("team/app", List.of("main"), 1));

        assertThat(outlook.action()).isEqualTo(Action.EXPIRE);
        assertThat(outlook.age()).isEqualTo(Duration.ofDays(30));
        assertThat(outlook.pushes()).isEqualTo(2);
    }

    @Test
    void everyVersionOfAMultiArchPushCountsAmongTheNewest() {
        Outlook outlook = policies(DELETE_OLD, "'k': {'action': 'KEEP', 'mostRecentVersions': {'keepCount': 7}}")
                .outlook(new Pushed("team/app", List.of("main"), 3));

        assertThat(outlook.pushes()).isEqualTo(3);
    }

    @Test
    void aKeepThatCoversADeleteIsNamed() {
        List<Remark> remarks = policies(
                        "'d': {'action': 'DELETE', 'condition': {'tagState': 'TAGGED', 'tagPrefixes': ['v1']}}",
                        KEEP_RELEASES)
                .remarks();

        assertThat(remarks).extracting(Remark::kind).containsExactly(Remark.Kind.SHADOWED, Remark.Kind.DELETES_NOTHING);
        assertThat(policies(DELETE_OLD, KEEP_RELEASES).remarks()).isEmpty();
    }

    @Test
    void onlyKeepsAreNamed() {
        assertThat(policies(KEEP_RELEASES).remarks())
                .extracting(Remark::text)
                .containsExactly("deletes nothing: KEEP only says what a DELETE must leave, and there is no DELETE");
    }

    @Test
    void aDeleteWithoutAnAgeAndWithoutAKeepIsNamed() {
        assertThat(policies("'d': {'action': 'DELETE', 'condition': {'tagState': 'ANY'}}")
                        .remarks())
                .extracting(Remark::kind)
                .containsExactly(Remark.Kind.DELETES_AT_ONCE);
    }
}
