package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.report.CodeQualityReport;
import io.github.registrymaven.report.PushJson;
import io.github.registrymaven.report.Site;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The files that a preflight and a push leave behind. Each is written whole or not at all. */
public final class ReportFiles {
    private static final String TOOL = "registry-maven-plugin";
    /** GitLab's own name for it; a job declares the file as its report. */
    private static final String CODE_QUALITY = "gl-code-quality-report.json";

    private static final String PUSH = "push.json";

    private final Path folder;
    private final Set<ReportFormat> formats;

    /** Creates the folder, so that a place that cannot be written to is known before a registry is asked anything. */
    public ReportFiles(Path folder, @Nullable List<String> formats) throws ConfigurationProblem {
        this.folder = folder;
        this.formats = ReportFormat.of(formats);
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw cannotWrite(unwritable);
        }
    }

    /**
     * Writes a preflight in every format that is asked for.
     *
     * @param sites where the images are named, for formats that point there
     */
    public void write(PreflightReport report, Site.Finder sites) throws ConfigurationProblem {
        for (ReportFormat format : formats) {
            write(format.file(), format.write(report, version(), sites));
        }
        if (CiRunner.here().isGitlab()) {
            write(CODE_QUALITY, new CodeQualityReport().write(report, sites));
        }
    }

    void write(PushReport report) throws ConfigurationProblem {
        write(PUSH, new PushJson().write(report, TOOL, version()));
    }

    /** A report under its own name. */
    void write(String name, String json) throws ConfigurationProblem {
        try {
            Files.createDirectories(folder); // the clean phase may have come between
            Path part = PartFile.of(folder, name);
            try {
                Files.writeString(part, json);
                Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException unwritable) {
            throw cannotWrite(unwritable);
        }
    }

    /** Whether something is written here, or was deleted since. */
    public boolean isThere() {
        return Files.isRegularFile(folder.resolve(first().file()));
    }

    /** Where the details of a preflight are, as short as it can be said. */
    public String display(MavenSession session) {
        return display(session, first().file());
    }

    private ReportFormat first() {
        return formats.iterator().next();
    }

    /** Where the details of a push are. */
    String displayPush(MavenSession session) {
        return display(session, PUSH);
    }

    /** The folder, which is there. */
    Path folder() {
        return folder;
    }

    /** Where that report is, as short as it can be said. */
    String display(MavenSession session, String name) {
        return ReportFolder.display(folder, name, session);
    }

    ConfigurationProblem cannotWrite(IOException reason) {
        return new ConfigurationProblem(
                "registry.reportDirectory is " + folder + ", which cannot be written: " + reason
                        + ". Name another folder, or allow writing to this one",
                reason);
    }

    private static String version() {
        String version = ReportFiles.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
