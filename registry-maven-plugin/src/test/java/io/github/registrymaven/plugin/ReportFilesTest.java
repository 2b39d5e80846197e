package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.report.Site;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private static final Site.Finder NOWHERE = image -> new Site("pom.xml", null);

    @TempDir
    private Path folder;

    @Test
    void writesTheReportWholeAndNothingElse() throws Exception {
        Path reports = folder.resolve("target/registry");

        new ReportFiles(reports, List.of("json")).write(PreflightReport.of(0, 0, List.of()), NOWHERE);

        try (var files = Files.list(reports)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("preflight.json");
        }
        assertThat(Files.readString(reports.resolve("preflight.json"))).contains("\"schemaVersion\": 1");
    }

    @Test
    void mayBeReadByWhoeverMayReadOtherFiles() throws Exception {
        Path other = Files.createFile(folder.resolve("other"));

        new ReportFiles(folder, List.of("json")).write(PreflightReport.of(0, 0, List.of()), NOWHERE);

        assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "files have no such permissions here");
        assertThat(Files.getPosixFilePermissions(folder.resolve("preflight.json")))
                .isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void writesEachFormatThatIsAskedForAndNoOther() throws Exception {
        new ReportFiles(folder, List.of("sarif", "junit", "html")).write(PreflightReport.of(0, 0, List.of()), NOWHERE);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("preflight.sarif", "preflight-junit.xml", "preflight.html");
        }
    }

    @Test
    void refusesAFormatThatItCannotWrite() {
        assertThatThrownBy(() -> new ReportFiles(folder, List.of("json", "pdf")))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessage("registry.formats names 'pdf'; it takes json, sarif, junit, html");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "a file");

        assertThatThrownBy(() -> new ReportFiles(file.resolve("registry"), null))
                .hasMessageContaining("registry.reportDirectory is " + file.resolve("registry"))
                .hasMessageContaining("Name another folder");
    }
}
