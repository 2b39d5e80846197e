package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.diagnosis.Cause;
import org.junit.jupiter.api.Test;

class ExplainRunTest {
    @Test
    void readsAboutACause() throws Exception {
        assertThat(ExplainRun.named("tag-immutable")).isEqualTo(Cause.TAG_IMMUTABLE);
    }

    @Test
    void namesTheCauseThatWasMeantByOneWithATypo() {
        assertThatThrownBy(() -> ExplainRun.named("tag-imutable"))
                .hasMessage("registry.cause is 'tag-imutable'; the nearest known name is tag-immutable");
    }

    @Test
    void namesThemAllWhereNoneIsNear() {
        assertThatThrownBy(() -> ExplainRun.named("bad-luck"))
                .hasMessageStartingWith("registry.cause is 'bad-luck'; what is known: admin-user-disabled, ")
                .hasMessageEndingWith(", unknown");
    }
}
