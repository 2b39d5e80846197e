package io.github.registrymaven.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceProblemTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    /** The text, then where the caret stands, what is said, and what is suggested; "blank" is a blank. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            nullValues = "-",
            value = {
                "''                             | 0  | it is empty | -",
                "'   '                          | 0  | it is blank | -",
                "' r.example.com/app'           | 0  | a blank does not belong in a reference | r.example.com/app",
                "'r.example.com/app '           | 17 | a blank does not belong in a reference | r.example.com/app",
                "'r.example.com/app : 1'        | 17 | a blank does not belong in a reference | r.example.com/app:1",
                "'r.example.com/my app'         | 16 | a blank does not belong in a reference | -",
                "r.example.com/a,r.example.com/b | 15 | a ',' separates references, and here is place for one | -",
                "https://r.example.com/app:1    | 0  | a reference is no URL and has no https:// | r.example.com/app:1",
                "docker://r.example.com/app     | 0  | a reference is no URL and has no docker:// | r.example.com/app",
                "https://app                    | 0  | a reference is no URL and has no https:// | -",
                "r.example.com\\app             | 13 | '\\' does not separate the parts of a reference | r.example.com/app",
                "r.example.com/app/             | 17 | a reference does not end with '/' | r.example.com/app",
                "/team/app                      | 0  | a reference does not start with '/' | team/app",
                "r.example.com//app             | 14 | a part of the repository is empty | r.example.com/app",
                "r.example.com/:1               | 14 | the repository's last part is missing | -",
                "r.example.com/Team/app         | 14 | a repository has no upper case | r.example.com/team/app",
                "team/App:V1                    | 5  | a repository has no upper case | team/app:V1",
                "r.example.com/-app             | 14 | a part of the repository does not start with '-' | -",
                "r.example.com/app-             | 17 | a part of the repository does not end with a separator | -",
                "r.example.com/a..b             | 16 | 'between letters stands one ''.'', one ''_'', ''__'', or any number of ''-'', and no mixture' | -",
                "r.example.com/a___b            | 17 | 'between letters stands one ''.'', one ''_'', ''__'', or any number of ''-'', and no mixture' | -",
                "r.example.com/a+b              | 15 | '+' cannot stand in a repository | -",
                "r.example.com/app:             | 18 | the tag is empty | -",
                "r.example.com/app:1.0+7        | 21 | '+' cannot stand in a tag | r.example.com/app:1.0-7",
                "r.example.com/app:feature/x    | 25 | '/' cannot stand in a tag | r.example.com/app:feature-x",
                "r.example.com/app:-1           | 18 | a tag does not start with '-' | -",
                "r.example.com/app:1:2          | 19 | there is a second ':' and one tag only | -",
                "r.example.com:/app             | 14 | the port is missing | -",
                "r.example.com:http/app         | 14 | 'h' is not part of a port | -",
                "my_registry.example.com/app    | 2  | '_' cannot stand there in a host | -",
                "r..example.com/app             | 2  | a part of the host is empty | -",
                "r-.example.com/app             | 1  | a part of a host does not end with '-' | -",
                "[::1/app                       | 4  | the bracket of the IPv6 address is not closed | -",
                "[fe80::1%eth0]:5000/app        | 8  | an IPv6 address with a zone is no host here | -",
                "[]:5000/app                    | 1  | the IPv6 address is empty | -",
                "[::1]5000/app                  | 5  | after the IPv6 address comes the port or the path | -",
                "[::1]:/app                     | 6  | the port is missing | -",
                "team/app@                      | 9  | the digest is empty | -",
                "team/app@1.0                   | 9  | after '@' comes a digest | -",
                "team/app@md5:abcd              | 9  | registries do not know this digest algorithm | -",
                "team/app@sha256:abcd           | 20 | the digest has 4 hexadecimal digits | -",
            })
    void pointsAtTheFirstWrongCharacter(String written, int position, String message, String suggestion) {
        ReferenceProblem problem = Parse.invalid(written);

        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.suggestion()).isEqualTo(suggestion);
        assertThat(problem.expected()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "'r.example.com/${project.artifactId}:1', 14, project.artifactId",
        "'${registry}/app', 0, registry",
        "'r.example.com/app:${revision', 18, revision",
        "r.example.com/app:@project.version@, 18, project.version",
    })
    void namesTheUnresolvedProperty(String written, int position, String property) {
        ReferenceProblem problem = Parse.invalid(written);

        assertThat(problem.message()).isEqualTo("the property " + property + " is not resolved");
        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.suggestion()).isNull();
    }

    @Test
    void writesTheDigestInLowerCase() {
        ReferenceProblem problem = Parse.invalid("team/app@sha256:" + HEX.replace('f', 'F'));

        assertThat(problem.message()).isEqualTo("'F' cannot stand in a digest");
        assertThat(problem.suggestion()).isEqualTo("team/app@sha256:" + HEX);
    }

    @Test
    void takesAwayWhatAWebPageLeftBehind() {
        assertThat(Parse.invalid("r.example.com/my\u2013app").suggestion()).isEqualTo("r.example.com/my-app");
        assertThat(Parse.invalid("\ufeffr.example.com/app").suggestion()).isEqualTo("r.example.com/app");
        assertThat(Parse.invalid("r.example.com/app\u00a0").suggestion()).isEqualTo("r.example.com/app");
        assertThat(Parse.invalid("r.example.com/my\tapp").suggestion()).isNull();
    }

    @Test
    void suggestsNothingThatItsRegistryWouldRefuse() {
        assertThat(Parse.invalid("MyApp:1.0").suggestion()).isNull();
        assertThat(Parse.invalid("https://mirror.gcr.io/team/app").suggestion()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://ci:PASS@r.example.com/app:1, https://***@r.example.com/app:1",
        "ci:PASS@r.example.com/app:1, ***@r.example.com/app:1",
        "https://PASS@r.example.com/app:1, https://***@r.example.com/app:1",
        "https://ci:a/b@PASS@r.example.com/app:1, https://***@r.example.com/app:1",
    })
    void blotsOutALogin(String written, String shown) {
        ReferenceProblem problem = Parse.invalid(written);

        assertThat(problem.input()).isEqualTo(shown);
        assertThat(problem.suggestion()).isEqualTo("r.example.com/app:1");
        assertThat(problem.toString()).doesNotContain("PASS");
    }

    @Test
    void blotsOutALoginBeforeADigestToo() {
        assertThat(Parse.invalid("https://ci:PASS@r.example.com/app@sha256:" + HEX)
                        .toString())
                .doesNotContain("PASS");
    }

    @Test
    void putsTheCaretBelowTheCharacter() {
        assertThat(Parse.invalid("r.example.com/Team/app").marked())
                .containsExactly("r.example.com/Team/app", "              ^");
    }

    @Test
    void showsWhatCannotBeSeen() {
        assertThat(Parse.invalid("\tr.example.com/app").marked()).containsExactly("\\tr.example.com/app", "^");
        assertThat(Parse.invalid("r.example.com/\u00fcber").marked())
                .containsExactly("r.example.com/\\u00fcber", "              ^");
        assertThat(new ReferenceProblem("a\u001b[31m\ud83d\ude00b", 8, "m", "e", null).marked())
                .containsExactly("a\\u001b[31m\\ud83d\\ude00b", " ".repeat(23) + "^");
    }

    @Test
    void namesALetterThatOnlyLooksLikeOne() {
        assertThat(Parse.invalid("r.example.com/\u0430pp").message())
                .isEqualTo("U+0430 (CYRILLIC SMALL LETTER A) cannot stand in a repository");
    }

    @Test
    void showsOfALongReferenceThePartAroundTheCaret() {
        String written = "r.example.com/" + "a".repeat(200) + "A" + "b".repeat(200);

        var marked = Parse.invalid(written).marked();

        assertThat(marked.get(0)).hasSize(120).startsWith("...").endsWith("...");
        assertThat(marked.get(0).charAt(marked.get(1).length() - 1)).isEqualTo('A');
    }

    @Test
    void refusesAPositionOutsideOfTheReference() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReferenceProblem("app", 4, "m", "e", null));
    }
}
