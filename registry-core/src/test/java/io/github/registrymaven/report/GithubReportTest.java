package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GithubReportTest {
    private final GithubReport github = new GithubReport();

    @Test
    void anAnnotationIsOneLineAtThePlaceOfTheImage() {
        List<String> commands = github.annotations(Reports.refused(), new Site("app/pom.xml", 12));

        assertThat(commands).hasSize(1);
        assertThat(commands.get(0))
                .startsWith("::error file=app/pom.xml,line=12,title=permission-denied::"
                        + "localhost:5000/team/app refuses pushes from ci%0A")
                .doesNotContain("\n", "\r", "\u001b");
    }

    @Test
    void whatIsWellIsNotAnnotated() {
        assertThat(github.annotations(Reports.taken(), new Site("pom.xml", 12))).isEmpty();
    }

    @Test
    void textOfAServerEndsNoCommandAndStartsNone() {
        ImageReport image = saying("100% wrong\r\n::set-output name=x::y");

        String command = github.annotations(image, new Site("a,b:c.xml", null)).get(0);

        assertThat(command).startsWith("::error file=a%2Cb%3Ac.xml,title=tag::100%25 wrong");
        assertThat(command.lines()).hasSize(1);
    }

    @Test
    void theSummaryGivesTheFixToCopy() {
        assertThat(github.summary(Reports.refused()))
                .startsWith("#### :x: `localhost:5000/team/app:1.0`")
                .contains("```\nallow --user ci\n```")
                .contains("`acl.json`");
    }

    @Test
    void textOfAServerIsNoMarkupInTheSummary() {
        assertThat(github.summary(saying("<img src=x> [link](javascript:x) `code`")))
                .doesNotContain("<img")
                .doesNotContain("[link]");
    }

    private static ImageReport saying(String words) {
        return new ImageReport(
                "localhost/app:1",
                null,
                null,
                null,
                null,
                null,
                null,
                "registry.images",
                Verdict.FAIL,
                null,
                List.of(Finding.of("tag", Stage.TAG, Verdict.FAIL, words)));
    }
}
