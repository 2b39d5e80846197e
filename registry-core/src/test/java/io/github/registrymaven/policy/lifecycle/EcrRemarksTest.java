package io.github.registrymaven.policy.lifecycle;

import static io.github.registrymaven.policy.lifecycle.Given.ecr;
import static io.github.registrymaven.policy.lifecycle.Given.ecrRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.registrymaven.policy.lifecycle.Remark.Kind;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class EcrRemarksTest {
    private static final String TEN = "'countType': 'imageCountMoreThan', 'countNumber': 10";
    private static final String ARCHIVE = "'type': 'transition', 'targetStorageClass': 'archive'";

    private static String tagged(String list) {
        return "'tagStatus': 'tagged', 'tagPatternList': [" + list + "], " + TEN;
    }

    @Test
    void aNarrowerRuleBelowAWiderOneIsShadowed() {
        List<Remark> remarks =
                ecr(ecrRule(1, tagged("'v*'")), ecrRule(2, tagged("'v1.*'"))).remarks();

        assertThat(remarks).extracting(Remark::kind, Remark::place).containsExactly(shadowed("rule 2"));
        assertThat(remarks.get(0).text()).contains("rule 1 selects all that it could");
    }

    @Test
    void aWiderRuleBelowANarrowerOneIsNot() {
        assertThat(ecr(ecrRule(1, tagged("'v1.*'")), ecrRule(2, tagged("'v*'"))).remarks())
                .isEmpty();
    }

    @Test
    void moreEntriesAskForMoreSoTheyShadowLess() {
        assertThat(ecr(ecrRule(1, tagged("'v*', '*-rc*'")), ecrRule(2, tagged("'v*'")))
                        .remarks())
                .isEmpty();
        assertThat(ecr(ecrRule(1, tagged("'v*'")), ecrRule(2, tagged("'v*', '*-rc*'")))
                        .remarks())
                .extracting(Remark::kind, Remark::place)
                .contains(shadowed("rule 2"));
    }

    @Test
    void aCatchAllBelowRulesForEverythingIsShadowed() {
        List<Remark> remarks = ecr(
                        ecrRule(1, tagged("'*'")),
                        ecrRule(2, "'tagStatus': 'untagged', " + TEN),
                        ecrRule(3, "'tagStatus': 'any', " + TEN))
                .remarks();

        assertThat(remarks).extracting(Remark::kind, Remark::place).containsExactly(shadowed("rule 3"));
    }

    @Test
    void rulesOfTheArchiveAreInNoShadowOfOthers() {
        LifecyclePolicy policy = ecr(
                ecrRule(1, tagged("'*'"), ARCHIVE),
                ecrRule(
                        2,
                        "'tagStatus': 'tagged', 'tagPatternList': ['v*'], 'storageClass': 'archive', "
                                + "'countType': 'sinceImageTransitioned', 'countUnit': 'days', 'countNumber': 90"));

        assertThat(policy.remarks()).isEmpty();
    }

    @Test
    void aPatternThatNoTagCanHaveIsNamed() {
        assertThat(ecr(ecrRule(1, tagged("'team/*'")), ecrRule(2, tagged("'v*'")))
                        .remarks())
                .extracting(Remark::kind, Remark::place)
                .containsExactly(tuple(Kind.UNMATCHABLE, "rule 1"));
    }

    @Test
    void aListThatMeansAllOfIsNamedWhereOneTagCannotBeAll() {
        assertThat(ecr(ecrRule(1, tagged("'prod*', 'dev*'"))).remarks())
                .extracting(Remark::kind)
                .containsExactly(Kind.NEEDS_SEVERAL_TAGS);
        assertThat(ecr(ecrRule(1, tagged("'v*', '*-rc*'"))).remarks()).isEmpty();
    }

    @Test
    void aPolicyThatOnlyArchivesDeletesNothing() {
        assertThat(ecr(ecrRule(1, tagged("'v*'"), ARCHIVE)).remarks())
                .extracting(Remark::kind)
                .containsExactly(Kind.DELETES_NOTHING);
    }

    @Test
    void aPrefixInTwoRulesIsDoubtful() {
        assertThat(ecr(
                                ecrRule(1, "'tagStatus': 'tagged', 'tagPrefixList': ['a', 'b'], " + TEN),
                                ecrRule(2, "'tagStatus': 'tagged', 'tagPrefixList': ['a'], " + TEN))
                        .remarks())
                .extracting(Remark::kind)
                .contains(Kind.DOUBTFUL);
    }

    private static Tuple shadowed(String place) {
        return tuple(Kind.SHADOWED, place);
    }
}
