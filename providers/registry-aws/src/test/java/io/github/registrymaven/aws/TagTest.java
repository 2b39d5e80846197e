package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTest {
    private static final String THERE = "sha256:" + "a".repeat(64);
    private static final String OTHER = "sha256:" + "b".repeat(64);

    @TempDir
    private Path home;

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new FakeAws();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Build pushed(String mode) {
        aws.repository("team/app", "\"imageTagMutability\":\"" + mode + "\"");
        return new Build(home, aws.url()).saw("manifest", 200, "", "docker-content-digest", THERE);
    }

    private static Finding tag(Build build) throws InterruptedException {
        return build.ask().finding("tag");
    }

    @Test
    void failsWhereAnotherImageHoldsATagThatCannotMove() throws Exception {
        Finding finding = tag(pushed("IMMUTABLE").localDigest(OTHER));

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.cause()).isEqualTo(Cause.TAG_IMMUTABLE);
    }

    @Test
    void onlyWarnsWhereTheTagIsTheVerySameImage() throws Exception {
        assertThat(tag(pushed("IMMUTABLE").localDigest(THERE)).verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void isNotSureWhereTheImageIsNotBuiltYet() throws Exception {
        Finding finding = tag(pushed("IMMUTABLE"));

        // Built again bit for bit, as a repeated pipeline with jib does, it is the same image, and that may be pushed.
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.cause()).isEqualTo(Cause.TAG_IMMUTABLE);
        assertThat(finding.remedies().toString())
                .contains("a new version", "--image-ids imageTag=1.0", "-Dregistry.failOn=unknown");
    }

    @Test
    void passesATagThatMayMove() throws Exception {
        assertThat(tag(pushed("MUTABLE").localDigest(OTHER)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void passesATagThatIsNew() throws Exception {
        Finding finding = tag(pushed("IMMUTABLE").saw("manifest", 404, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).containsExactly("the repository is IMMUTABLE");
    }

    @Test
    void saysNothingOfAModeThatIsNotKnown() throws Exception {
        assertThat(pushed("SOMETHING_NEW").ask().findings())
                .extracting(Finding::id)
                .doesNotContain("tag");
    }

    @Test
    void readsTheFiltersOutOfTheAnswer() throws Exception {
        aws.repository(
                "team/app",
                "\"imageTagMutability\":\"IMMUTABLE_WITH_EXCLUSION\",\"imageTagMutabilityExclusionFilters\":"
                        + "[{\"filterType\":\"WILDCARD\",\"filter\":\"1.*\"}]");

        Finding finding = tag(new Build(home, aws.url())
                .saw("manifest", 200, "", "docker-content-digest", THERE)
                .localDigest(OTHER));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).contains("the repository is IMMUTABLE_WITH_EXCLUSION except for 1.*");
    }

    @ParameterizedTest
    @CsvSource({
        "IMMUTABLE_WITH_EXCLUSION, latest, latest, false",
        "IMMUTABLE_WITH_EXCLUSION, latest, latest-2, true",
        "IMMUTABLE_WITH_EXCLUSION, dev-*, dev-1, false",
        "IMMUTABLE_WITH_EXCLUSION, dev-*, mydev-1, true",
        "IMMUTABLE_WITH_EXCLUSION, *snapshot*, 1.0-snapshot-3, false",
        "MUTABLE_WITH_EXCLUSION, v*, v1.0, true",
        "MUTABLE_WITH_EXCLUSION, v*, 1.0, false",
        "MUTABLE_WITH_EXCLUSION, v1.0, v1x0, false",
        "MUTABLE_WITH_EXCLUSION, *, anything, true"
    })
    void evaluatesFiltersForTheVeryTag(String mode, String filter, String tag, boolean held) {
        assertThat(new TagRule(mode, List.of(filter)).holds(tag)).isEqualTo(held);
    }
}
