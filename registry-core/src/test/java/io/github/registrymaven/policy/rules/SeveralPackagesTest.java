package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.lifecycle.Pushed;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A repository of Artifact Registry and a registry of ACR hold many packages, and one policy is for all of them. */
final class SeveralPackagesTest {
    private static final String OLD =
            "'delete-old': {'action': 'DELETE', 'condition': {'tagState': 'ANY', 'olderThan': '3d'}}";

    private static Terms pushing(PolicyLevel level, String... images) {
        return Terms.of(level).pushing(Pushes.of(images(images), 1));
    }

    private static List<ImageReference> images(String... names) {
        return Stream.of(names)
                .map(name -> ((ParsedReference.Valid) ImageReference.parse(name)).reference())
                .toList();
    }

    private static String google(String name) {
        return "europe-docker.pkg.dev/p/r/" + name;
    }

    @Test
    void eachPackageHasItsOwnTags() {
        assertThat(Pushes.of(images(google("x:1.0"), google("x:1"), google("y:2.0"), google("x:1.0")), 3))
                .containsExactly(new Pushed("x", List.of("1.0", "1"), 3), new Pushed("y", List.of("2.0"), 3));
        assertThat(Pushes.of(images(google("x@sha256:" + "0".repeat(64))), 1))
                .containsExactly(new Pushed("x", List.of(), 1));
    }

    @Test
    void aTagOfOneImageKeepsNoOther() {
        States states = States.google()
                .policy("{'keep-live': {'action': 'KEEP', 'condition': {'tagPrefixes': ['live']}}, " + OLD + "}");

        Judgement judgement =
                states.judged("requireTagSurvives", pushing(PolicyLevel.MINIMUM, google("x:live-1"), google("y:2.0")));

        assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judgement.fact()).startsWith("deletes y:2.0 after 3 days: policy delete-old deletes");
    }

    @Test
    void aPolicyForOnePackageIsForNoOther() {
        States states = States.google()
                .policy("{'delete-y': {'action': 'DELETE', 'condition': {'packageNamePrefixes': ['y'], "
                        + "'olderThan': '3d'}}}");

        assertThat(states.judged("requireTagSurvives", pushing(PolicyLevel.MINIMUM, google("x:1.0"), google("y:2.0")))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(states.judged("requireTagSurvives", pushing(PolicyLevel.MINIMUM, google("x:1.0"), google("z:2.0")))
                        .fact())
                .isEqualTo("never deletes x:1.0: no policy deletes it; nor does 1 other package lose a tag too soon");
    }

    @Test
    void whatHasNoTagGoesInEachPackage() {
        States states = States.google()
                .policy("{'untagged-x': {'action': 'DELETE', 'condition': {'tagState': 'UNTAGGED', "
                        + "'packageNamePrefixes': ['x'], 'olderThan': '3d'}}, "
                        + "'tagged': {'action': 'DELETE', 'condition': {'tagState': 'TAGGED', 'olderThan': '90d'}}}");

        assertThat(states.judged("requireLifecyclePolicy", pushing(PolicyLevel.GOOD, google("x:1.0")))
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(states.judged("requireLifecyclePolicy", pushing(PolicyLevel.GOOD, google("x:1.0"), google("y:2.0")))
                        .fact())
                .startsWith("keeps untagged images of y: no policy deletes it");
    }

    @Test
    void aPurgeOfOneRepositoryOfAcrIsForNoOther() {
        States states = States.acr().policy("{'purgeTasks': ['acr purge --filter y:.* --ago 1d']}");
        Terms terms = pushing(PolicyLevel.MINIMUM, "team.azurecr.io/x:1.0", "team.azurecr.io/y:2.0");

        assertThat(states.judged("requireTagSurvives", terms).fact()).startsWith("deletes y:2.0 after 1 day: ");
    }
}
