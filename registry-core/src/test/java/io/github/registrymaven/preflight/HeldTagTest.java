package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldTagTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String OTHER = "sha256:" + "b".repeat(64);
    private static final HttpAnswer THERE = Seen.answer(200, "", "docker-content-digest", DIGEST);

    private static @Nullable Finding judge(
            String reference, boolean held, @Nullable HttpAnswer manifest, @Nullable String local) {
        Sight sight = new Sight(Seen.parse(reference), new CredentialLookup.None(List.of()), null, manifest, local);
        return HeldTag.of(sight, held, "the rule", "The Registry");
    }

    private static Verdict verdict(boolean held, HttpAnswer manifest, @Nullable String local) {
        Finding finding = judge("registry.example/team/app:1.0", held, manifest, local);
        assertThat(finding).isNotNull();
        return finding == null ? Verdict.SKIPPED : finding.verdict();
    }

    @Test
    void aNewTagPassesWhateverTheRule() {
        assertThat(verdict(true, Seen.answer(404, ""), null)).isEqualTo(Verdict.PASS);
        assertThat(verdict(false, Seen.answer(404, ""), null)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aTagThatMayMovePasses() {
        assertThat(verdict(false, THERE, OTHER)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aHeldTagFailsOnlyForAnotherImage() {
        assertThat(verdict(true, THERE, OTHER)).isEqualTo(Verdict.FAIL);
        assertThat(verdict(true, THERE, DIGEST)).isEqualTo(Verdict.WARN);
        assertThat(verdict(true, THERE, null)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(true, Seen.answer(200, ""), OTHER)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatIsNotShownIsNotJudged() {
        assertThat(judge("registry.example/team/app:1.0", true, null, null)).isNull();
        assertThat(judge("registry.example/team/app:1.0", true, Seen.answer(403, ""), null))
                .isNull();
        assertThat(judge("registry.example/team/app@" + DIGEST, true, THERE, null))
                .isNull();
    }

    @Test
    void saysRuleAndDigest() {
        Finding finding = judge("registry.example/team/app:1.0", true, THERE, OTHER);

        assertThat(finding).isNotNull();
        assertThat(finding == null ? null : finding.cause()).isEqualTo(Cause.TAG_IMMUTABLE);
        assertThat(finding == null ? List.of() : finding.evidence())
                .containsExactly("the rule", "it is " + DIGEST, "the image to push is " + OTHER);
    }
}
