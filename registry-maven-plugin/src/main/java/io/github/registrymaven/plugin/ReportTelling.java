package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.report.ConsoleReport;
import org.apache.maven.plugin.MojoFailureException;

/** What a goal makes of a report. */
interface ReportTelling {
    /** Prints it, and fails the build where it is due. */
    void tell(PreflightReport report, ConsoleReport console) throws MojoFailureException;
}
