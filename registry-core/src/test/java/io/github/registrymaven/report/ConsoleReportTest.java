package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private final ConsoleReport console = new ConsoleReport("target/registry/preflight.json");

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ConsoleReportTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    @Test
    void tellsAFailureInOneBlock() throws IOException {
        assertThat(console.of(Reports.refused())).isEqualTo(golden("refused.txt"));
    }

    @Test
    void tellsEveryRung() throws IOException {
        assertThat(console.ladder(Reports.refused())).isEqualTo(golden("ladder.txt"));
    }

    @Test
    void tellsWhatWasSeenOfPassedRungsInDetailsOnly() {
        ImageReport image = Reports.seen();

        assertThat(console.ladder(image)).doesNotContain("answered 200");
        assertThat(console.details(image)).contains("GET /v2/ answered 200");
    }

    @Test
    void needsOneLineWhereAllIsWell() {
        assertThat(console.of(Reports.taken()))
                .isEqualTo("localhost:5000/team/app:1.0 would be taken, as ci; tag 1.0 does not exist yet");
    }

    @Test
    void countsWhatWouldBeTaken() {
        PreflightReport report = PreflightReport.of(7, 321, List.of(Reports.refused(), Reports.taken()));

        assertThat(console.total(report)).isEqualTo("1 of 2 images would be taken (7 requests, 321 ms)");
    }

    @Test
    void doesNotSayThatAnImageWouldBeTakenThatNobodyWasAskedAbout() {
        assertThat(console.total(PreflightReport.of(0, 1, List.of(Reports.notAsked()))))
                .isEqualTo("1 image is well named; no registry was asked (offline)");
        assertThat(console.total(PreflightReport.of(0, 1, List.of(Reports.notAsked(), Reports.refused()))))
                .isEqualTo("0 of 2 images would be taken, 1 not asked about (0 requests, 1 ms)");
    }

    @Test
    void tellsImagesThatOneThingIsWrongWithInOneBlock() {
        List<SameTrouble> troubles = SameTrouble.in(
                List.of(Reports.loginRefused("team/a"), Reports.taken(), Reports.loginRefused("team/b")));

        assertThat(troubles).hasSize(2);
        assertThat(console.of(troubles.get(0))).isEqualTo("""
                localhost:5000/team/a refuses the login

                    image     localhost:5000/team/a:1.0 (registry.images)
                    likewise  localhost:5000/team/b:1.0
                    cause     credentials-rejected
                    seen      GET http://localhost:5000/token?scope=repository:team/a:push answered 401
                    identity  ci, from server "localhost:5000" in settings.xml
                    fix       - Replace the login
                    more      target/registry/preflight.json
                              mvn io.github.registrymaven:registry-maven-plugin:explain -Dregistry.cause=credentials-rejected""");
    }

    @Test
    void namesTenImagesAtMostAndCountsTheRest() {
        List<ImageReport> many = IntStream.range(0, 40)
                .mapToObj(number -> Reports.loginRefused("team/m" + number))
                .toList();

        assertThat(console.of(SameTrouble.in(many).get(0)))
                .contains("team/m9:1.0\n")
                .contains("              and 30 more\n")
                .doesNotContain("team/m10");
        assertThat(ConsoleReport.inOneSentence(many))
                .isEqualTo("localhost:5000/team/m0 refuses the login (credentials-rejected),"
                        + " and 39 more for the same reason");
    }

    @Test
    void tellsImageByImageWhatIsMendedImageByImage() {
        ImageReport one = Reports.refused();

        assertThat(SameTrouble.in(List.of(one, Reports.loginRefused("team/app"))))
                .hasSize(2);
    }

    @Test
    void sendsATerminalNoControlCharacters() {
        assertThat(console.of(Reports.refused())).doesNotContain("\u001b");
        assertThat(console.ladder(Reports.refused())).doesNotContain("\u001b");
    }
}
