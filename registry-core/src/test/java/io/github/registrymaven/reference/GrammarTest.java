package io.github.registrymaven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "alpine, docker.io/library/alpine:latest",
        "alpine:3.20, docker.io/library/alpine:3.20",
        "team/app, docker.io/team/app:latest",
        "library/alpine, docker.io/library/alpine:latest",
        "docker.io/alpine, docker.io/library/alpine:latest",
        "docker.io/team/app:1, docker.io/team/app:1",
        "index.docker.io/alpine, docker.io/library/alpine:latest",
        "index.docker.io/team/app, docker.io/team/app:latest",
        "localhost/app, localhost/app:latest",
        "localhost:5000/app:1, localhost:5000/app:1",
        "repo:5000, docker.io/library/repo:5000",
        "registry/app, docker.io/registry/app:latest",
        "myhost/team/app, docker.io/myhost/team/app:latest",
        "myhost:80/team/app, myhost:80/team/app:latest",
        "FOO/app, FOO/app:latest",
        "Registry.example.com/app, Registry.example.com/app:latest",
        "127.0.0.1:5000/app, 127.0.0.1:5000/app:latest",
        "[::1]/app, [::1]/app:latest",
        "[2001:db8::1]:5000/team/app:v1, [2001:db8::1]:5000/team/app:v1",
        "[FE80::AB]:5000/app, [FE80::AB]:5000/app:latest",
        "xn--n3h.com/app, xn--n3h.com/app:latest",
        "1.2/app, 1.2/app:latest",
        "a-b.c-d.example/app, a-b.c-d.example/app:latest",
        "r.example.com/a/b/c/d/e, r.example.com/a/b/c/d/e:latest",
        "r.example.com:80808080/app, r.example.com:80808080/app:latest",
    })
    void readsWhatDockerReads(String written, String meant) {
        ImageReference image = Parse.valid(written);

        assertThat(image.canonical()).isEqualTo(meant);
        assertThat(image.written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "a.b",
                "a_b",
                "a__b",
                "a-b",
                "a--b",
                "a----------b",
                "a.b_c__d-e---f",
                "aa/0/b9",
                "foo.com/a.b/c__d"
            })
    void takesEverySeparatorTheGrammarHas(String repository) {
        assertThat(Parse.valid("r.example.com/" + repository).repository()).isEqualTo(repository);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "_", "V1", "1.0-SNAPSHOT", "a..b", "a.-_.b", "trailing.", "trailing-", "__", "5000"})
    void takesEveryTagTheGrammarHas(String tag) {
        ImageReference image = Parse.valid("r.example.com/app:" + tag);

        assertThat(image.tag()).isEqualTo(tag);
        assertThat(image.tagImplied()).isFalse();
    }

    @Test
    void impliesNoTagBesideADigest() {
        ImageReference image = Parse.valid("r.example.com/app@sha256:" + HEX);

        assertThat(image.tag()).isNull();
        assertThat(image.tagImplied()).isFalse();
        assertThat(image.digest()).isEqualTo("sha256:" + HEX);
    }

    @Test
    void takesTagAndDigestTogether() {
        ImageReference image = Parse.valid("app:1.0@sha256:" + HEX);

        assertThat(image.canonical()).isEqualTo("docker.io/library/app:1.0@sha256:" + HEX);
    }

    @Test
    void knowsTheLengthOfEachDigestAlgorithm() {
        assertThat(Parse.valid("app@sha384:" + HEX + HEX.substring(32)).digest())
                .startsWith("sha384:");
        assertThat(Parse.valid("app@sha512:" + HEX + HEX).digest()).startsWith("sha512:");
        assertThat(Parse.invalid("app@sha512:" + HEX).message()).isEqualTo("the digest has 64 hexadecimal digits");
    }

    @Test
    void saysWhatWasLeftOut() {
        ImageReference bare = Parse.valid("app");
        assertThat(bare.hostImplied()).isTrue();
        assertThat(bare.libraryImplied()).isTrue();
        assertThat(bare.tagImplied()).isTrue();

        ImageReference halfway = Parse.valid("docker.io/app:1");
        assertThat(halfway.hostImplied()).isFalse();
        assertThat(halfway.libraryImplied()).isTrue();
        assertThat(halfway.tagImplied()).isFalse();

        assertThat(Parse.valid("docker.io/library/app").libraryImplied()).isFalse();
        assertThat(Parse.valid("team/app").libraryImplied()).isFalse();
    }

    @Test
    void countsTheRepositoryButNotTheHost() {
        String longest = "a/".repeat(127) + "a";

        assertThat(Parse.valid("r.example.com/" + longest).repository()).hasSize(255);
        assertThat(Parse.invalid("r.example.com/" + longest + "b").position()).isEqualTo(14 + 255);
    }

    @Test
    void countsTheImpliedLibraryToo() {
        assertThat(Parse.valid("a".repeat(247)).repository()).hasSize(255);
        assertThat(Parse.invalid("a".repeat(248)).position()).isEqualTo(247);
    }

    @Test
    void takesTagsOf128CharactersAndNoMore() {
        assertThat(Parse.valid("r.example.com/app:" + "t".repeat(128)).tag()).hasSize(128);
        assertThat(Parse.invalid("r.example.com/app:" + "t".repeat(129)).position())
                .isEqualTo(18 + 128);
    }

    @Test
    void tellsAnIdentifierFromAName() {
        assertThat(Parse.invalid(HEX).message()).contains("identifier of a local image");
        assertThat(Parse.valid(HEX.substring(1)).tagImplied()).isTrue();
        assertThat(Parse.valid("r.example.com/" + HEX).repository()).isEqualTo(HEX);
    }
}
