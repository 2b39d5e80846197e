package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.blueprint.EcrPush;
import org.junit.jupiter.api.Test;

class PushActionTest {
    @Test
    void whatIsProvenIsWhatIsGenerated() {
        assertThat(PushAction.onRepository())
                .extracting(PushAction::id)
                .containsExactlyInAnyOrderElementsOf(EcrPush.ON_REPOSITORY);
    }
}
