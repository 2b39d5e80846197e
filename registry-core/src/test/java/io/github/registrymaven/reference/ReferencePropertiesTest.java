package io.github.registrymaven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What holds for every reference, and for every text that is none. */
// The edge cases of so many parts outnumber the tries.
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class ReferencePropertiesTest {
    @Property
    void everyReferenceOfTheGrammarParses(@ForAll("references") String written) {
        assertThat(Parse.valid(written).written()).isEqualTo(written);
    }

    @Property
    void theCanonicalNameMeansTheSameImage(@ForAll("references") String written) {
        ImageReference image = Parse.valid(written);

        ImageReference again = Parse.valid(image.canonical());

        assertThat(again.canonical()).isEqualTo(image.canonical());
        assertThat(again.host()).isEqualTo(image.host());
        assertThat(again.repository()).isEqualTo(image.repository());
        assertThat(again.tag()).isEqualTo(image.tag());
        assertThat(again.digest()).isEqualTo(image.digest());
        assertThat(again.kind()).isEqualTo(image.kind());
        assertThat(again.hostImplied()).isFalse();
        assertThat(again.tagImplied()).isFalse();
    }

    @Property
    void whateverIsWrongIsShown(@ForAll("texts") String text) {
        ReferenceClaims.hold(text);
    }

    @Property
    void oneStrayCharacterIsPointedAt(
            @ForAll("references") String written, @ForAll("strayCharacters") char stray, @ForAll int where) {
        int position = Math.floorMod(where, written.length() + 1);
        String spoilt = written.substring(0, position) + stray + written.substring(position);

        assertThat(Parse.invalid(spoilt).position()).isEqualTo(position);
        ReferenceClaims.hold(spoilt);
    }

    @Property
    void blanksAroundAReferenceAreTakenAway(@ForAll("references") String written) {
        ImageReference image = Parse.valid(written);

        String suggestion = Parse.invalid(" " + written + "\n").suggestion();

        assertThat(suggestion).isEqualTo(NamingRules.refuses(image) ? null : written);
    }

    @Provide
    Arbitrary<String> references() {
        Arbitrary<String> path = component().list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("/", parts));
        Arbitrary<String> named =
                Arbitraries.oneOf(path, Combinators.combine(hosts(), path).as((host, below) -> host + "/" + below));
        return Combinators.combine(named, tags(), digests())
                .as((name, tag, digest) -> name + tag + digest)
                .filter(text -> !text.matches("[a-f0-9]{64}"));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                        "a",
                        "B",
                        "0",
                        ".",
                        "-",
                        "_",
                        "/",
                        ":",
                        "@",
                        "[",
                        "]",
                        "${",
                        "}",
                        "https://",
                        " ",
                        "\t",
                        "\u00e4",
                        "\ud83d\ude00",
                        "\u001b[31m",
                        "localhost",
                        "docker.io",
                        "gcr.io",
                        "x.azurecr.io",
                        "sha256:",
                        ",")
                .list()
                .ofMaxSize(14)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(40), pieces);
    }

    @Provide
    Arbitrary<Character> strayCharacters() {
        return Arbitraries.of(' ', '\t', '\n', '\0', '\u007f', '\u00a0', '\u200b', '\ufeff', ',');
    }

    private static Arbitrary<String> component() {
        Arbitrary<String> word = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<String> separator = Arbitraries.of(".", "_", "__", "-", "--", "-----");
        return Combinators.combine(word, separator, word, Arbitraries.of(true, false))
                .as((first, between, second, both) -> both ? first + between + second : first)
                // The first part of a path must not look like a host.
                .filter(part -> part.indexOf('.') < 0 && !part.equals("localhost"));
    }

    private static Arbitrary<String> hosts() {
        Arbitrary<String> names = Arbitraries.of(
                "localhost",
                "docker.io",
                "index.docker.io",
                "r.example.com",
                "R",
                "127.0.0.1",
                "[::1]",
                "[2001:db8::1]",
                "us-docker.pkg.dev",
                "eu.gcr.io",
                "mirror.gcr.io",
                "myregistry.azurecr.io",
                "ghcr.io",
                "public.ecr.aws",
                "012345678901.dkr.ecr.eu-central-1.amazonaws.com",
                "1.dkr.ecr.eu-central-1.amazonaws.com");
        Arbitrary<String> ports = Arbitraries.oneOf(
                Arbitraries.just(""), Arbitraries.integers().between(0, 99_999).map(port -> ":" + port));
        return Combinators.combine(names, ports).as((name, port) -> name + port);
    }

    private static Arbitrary<String> tags() {
        Arbitrary<String> tag = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars('_', '.', '-')
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(text -> ":v" + text);
        return Arbitraries.oneOf(Arbitraries.just(""), tag);
    }

    private static Arbitrary<String> digests() {
        Arbitrary<String> digest = Arbitraries.strings()
                .numeric()
                .withCharRange('a', 'f')
                .ofLength(64)
                .map(hex -> "@sha256:" + hex);
        return Arbitraries.oneOf(Arbitraries.just(""), digest);
    }
}
