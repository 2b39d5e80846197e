package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlReportTest {
    @TempDir
    private Path folder;

    private static String written(ImageReport... images) {
        return new HtmlReport("registry-maven-plugin", "0.1.0").write(PreflightReport.of(7, 321, List.of(images)));
    }

    @Test
    void showsWhatIsBrokenBeforeWhatIsWell() {
        String page = written(Reports.taken(), Reports.refused());

        assertThat(page).contains("<title>1 of 2 images would not be taken</title>");
        assertThat(page.indexOf("card fail")).isPositive().isLessThan(page.indexOf("card pass"));
        assertThat(page).contains("<pre>allow --user ci</pre>").contains("permission-denied");
    }

    @Test
    void needsNothingFromAnywhereAndRunsNothing() {
        String page = written(Reports.refused());

        assertThat(page)
                .contains("default-src &#39;none&#39;".replace("&#39;", "'"))
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("src=")
                .doesNotContain("url(");
    }

    @Test
    void wordsOfAServerAreNoMarkup() {
        String page = written(saying("<script>alert(1)</script>\" onmouseover='x'"));

        assertThat(page)
                .doesNotContain("<script>")
                .doesNotContain("onmouseover='")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onmouseover=&#39;x&#39;");
    }

    /** A real browser lays it out, with no error of its own; looked at by whoever changes the style. */
    @Test
    void isShownByARealBrowser() throws Exception {
        String chromium = chromium();
        assumeTrue(chromium != null, "no chromium on the path: the page is not shown by a browser");
        Path page = Files.writeString(folder.resolve("preflight.html"), written(Reports.refused(), Reports.taken()));
        Path console = folder.resolve("console.txt");

        Process browser = new ProcessBuilder(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(console.toFile())
                .redirectOutput(folder.resolve("dom.html").toFile())
                .start();

        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("dom.html"), StandardCharsets.UTF_8))
                .contains("localhost:5000/team/app refuses pushes from ci")
                .contains("<details>");
        assertThat(Files.readString(console, StandardCharsets.UTF_8)).doesNotContain("Content Security Policy");
    }

    private static @Nullable String chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    private static ImageReport saying(String words) {
        return new ImageReport(
                words,
                null,
                null,
                null,
                null,
                null,
                null,
                words,
                Verdict.FAIL,
                null,
                List.of(Finding.of("tag", Stage.TAG, Verdict.FAIL, words).seeing(words)));
    }
}
