package io.github.registrymaven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRepositoryTest {
    @ParameterizedTest
    @CsvSource({
        "scm:git:https://github.com/acme/shop.git, GITHUB, github.com, acme/shop",
        "scm:git:git@github.com:acme/shop.git, GITHUB, github.com, acme/shop",
        "scm:git:ssh://git@github.com/acme/shop.git, GITHUB, github.com, acme/shop",
        "scm:git:ssh://git@github.com:22/acme/shop.git, GITHUB, github.com, acme/shop",
        "https://GitHub.com/acme/shop, GITHUB, github.com, acme/shop",
        "https://github.com/acme/shop/tree/main, GITHUB, github.com, acme/shop",
        "scm:git:https://github.com/acme/shop.git/module, GITHUB, github.com, acme/shop",
        "git://github.com/acme/shop.js.git, GITHUB, github.com, acme/shop.js",
        "https://gitlab.com/group/sub/shop.git, GITLAB, gitlab.com, group/sub/shop",
        "scm:git:git@gitlab.example.com:group/shop.git/module, GITLAB, gitlab.example.com, group/shop",
        "https://gitlab.com/group/shop/-/tree/main, GITLAB, gitlab.com, group/shop",
        "https://gitlab.com/group/sub/shop/tree/master, GITLAB, gitlab.com, group/sub/shop",
        "https://gitlab.com/tree/shop/blob/main/README.md, GITLAB, gitlab.com, tree/shop"
    })
    void readsWhatPomsSay(String url, Forge forge, String host, String path) {
        assertThat(SourceRepository.of(List.of(url))).isEqualTo(new SourceRepository(forge, host, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "scm:git:file:///srv/git/shop.git",
                "https://bitbucket.org/acme/shop",
                "https://github.com/acme",
                "${project.url}",
                "https://github.com.evil.example/acme/shop",
                "https://github.com/acme*/shop",
                "https://github.com/acme/shop\",\"x",
                "https://notgitlab.example/gitlab.com/shop"
            })
    void saysNothingOfOthers(String url) {
        assertThat(SourceRepository.of(List.of(url))).isNull();
    }

    @Test
    void theFirstThatSaysItCounts() {
        assertThat(SourceRepository.of(List.of("scm:svn:x", "https://github.com/acme/shop", "https://gitlab.com/a/b")))
                .isEqualTo(new SourceRepository(Forge.GITHUB, "github.com", "acme/shop"));
    }
}
