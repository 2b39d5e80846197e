package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.session.ConfigurationProblem;
import org.junit.jupiter.api.Test;

class FailOnTest {
    @Test
    void breaksTheBuildAsTheContractSays() throws ConfigurationProblem {
        assertThat(FailOn.of("fail").breaks(Verdict.FAIL)).isTrue();
        assertThat(FailOn.of("fail").breaks(Verdict.UNKNOWN)).isFalse();
        assertThat(FailOn.of("unknown").breaks(Verdict.UNKNOWN)).isTrue();
        assertThat(FailOn.of("unknown").breaks(Verdict.WARN)).isFalse();
        assertThat(FailOn.of("never").breaks(Verdict.FAIL)).isFalse();
    }

    @Test
    void refusesAnUnknownLimit() {
        assertThatThrownBy(() -> FailOn.of("always"))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessage("registry.failOn is 'always'; it takes fail, unknown or never");
    }
}
