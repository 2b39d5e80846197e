package io.github.registrymaven.plugin.early;

import io.github.registrymaven.plugin.ConfiguredCheck;
import io.github.registrymaven.plugin.ReportFiles;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.session.ConfigurationProblem;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The report of the whole reactor, in the folder where the project that the build was started in has its own. It is written
 * as soon as it is known, and once more at the end, where the clean phase came between. Not thread-safe.
 */
final class EarlyReport {
    private final Logger log = LoggerFactory.getLogger(EarlyPreflight.class);
    private final MavenSession session;
    private final ReactorImages images;
    private @Nullable ReportFiles files;
    private boolean isWritten;

    EarlyReport(MavenSession session, ReactorImages images) {
        this.session = session;
        this.images = images;
    }

    /** Writes it, unless it was written and is still there. */
    void write(PreflightReport report) {
        try {
            ReportFiles place = place();
            if (!isWritten || !place.isThere()) {
                place.write(report, images.sites(session));
                isWritten = true;
            }
        } catch (ConfigurationProblem unwritable) {
            log.warn("registry: {}", unwritable.getMessage());
        }
    }

    String display() {
        ReportFiles known = files;
        return known == null ? "target/registry/preflight.json" : known.display(session);
    }

    private ReportFiles place() throws ConfigurationProblem {
        ReportFiles known = files;
        if (known == null) {
            known = atRoot();
            files = known;
        }
        return known;
    }

    private ReportFiles atRoot() throws ConfigurationProblem {
        for (ConfiguredCheck check : images.all()) {
            if (check.project().isExecutionRoot()) {
                return check.files();
            }
        }
        // With -pl the root may not be among the projects that are built.
        return new ReportFiles(Path.of(session.getExecutionRootDirectory(), "target", "registry"), List.of("json"));
    }
}
