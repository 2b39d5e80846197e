package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.report.ConsoleReport;
import org.apache.maven.plugin.logging.Log;

/** What {@code doctor} makes of a report: all of it, rung by rung. */
final class DoctorTelling implements ReportTelling {
    private final Log log;

    DoctorTelling(Log log) {
        this.log = log;
    }

    @Override
    public void tell(PreflightReport report, ConsoleReport console) {
        for (ImageReport image : report.images()) {
            log.info(console.ladder(image));
        }
        log.info(console.total(report));
    }
}
