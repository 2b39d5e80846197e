package io.github.registrymaven.report;

import io.github.registrymaven.preflight.PreflightReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * GitLab's code quality report, which shows in merge requests: what is not well, at the place where the image is named.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">the format</a>
 */
public final class CodeQualityReport {
    /** The whole file. */
    public String write(PreflightReport report, Site.Finder sites) {
        return Contract.array(Remark.in(report, sites), CodeQualityReport::issue) + "\n";
    }

    private static void issue(JsonFields fields, Remark remark) throws IOException {
        fields.field("description", remark.summary())
                .field("check_name", remark.rule())
                .field("fingerprint", fingerprint(remark))
                .field("severity", remark.level() == Remark.Level.ERROR ? "critical" : "minor")
                .field(
                        "location",
                        remark.site(),
                        (location, site) -> location.field("path", site.file())
                                .field(
                                        "lines",
                                        site,
                                        (lines, at) -> lines.field("begin", at.line() == null ? 1 : at.line())));
    }

    /** The same in every build, wherever the line moves to. */
    private static String fingerprint(Remark remark) {
        return UUID.nameUUIDFromBytes((remark.rule() + " " + remark.subject()).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
