package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearWordsTest {
    private static final List<String> WORDS = List.of("push", "layer", "tools.jib", "/v2/", "curl: (");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a push",
                "pushing it",
                "it is pushed",
                "two layers",
                "layer.tar",
                "upload-layer-1",
                "com.google.cloud.tools.jib.api",
                "https://registry.example.com/v2/app",
                "curl: (22)"
            })
    void wordsStandInAnyNumberAndTense(String text) {
        assertThat(NearWords.stand(text, WORDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a player", "pushover", "layerrenderertest", "com.example.layer.reader", "a pull", ""})
    void partsOfWordsAndPackagesAreNoWords(String text) {
        assertThat(NearWords.stand(text, WORDS)).isFalse();
    }
}
