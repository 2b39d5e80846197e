package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.report.HtmlReport;
import io.github.registrymaven.report.JunitReport;
import io.github.registrymaven.report.PreflightJson;
import io.github.registrymaven.report.SarifReport;
import io.github.registrymaven.report.Site;
import io.github.registrymaven.session.ConfigurationProblem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms that {@code registry.formats} names, and the file that each is written to. */
enum ReportFormat {
    JSON("preflight.json"),
    SARIF("preflight.sarif"),
    JUNIT("preflight-junit.xml"),
    HTML("preflight.html");

    private static final String TOOL = "registry-maven-plugin";

    private final String file;

    ReportFormat(String file) {
        this.file = file;
    }

    /** Those that are asked for, which is {@link #JSON} where nobody says. */
    static Set<ReportFormat> of(@Nullable List<String> names) throws ConfigurationProblem {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String name : names == null || names.isEmpty() ? List.of("json") : names) {
            formats.add(named(name));
        }
        return formats;
    }

    private static ReportFormat named(@Nullable String name) throws ConfigurationProblem {
        for (ReportFormat format : values()) {
            if (name != null && format.id().equals(name.strip())) {
                return format;
            }
        }
        throw new ConfigurationProblem("registry.formats names '" + name + "'; it takes "
                + Arrays.stream(values()).map(ReportFormat::id).collect(Collectors.joining(", ")));
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String file() {
        return file;
    }

    String write(PreflightReport report, String version, Site.Finder sites) {
        switch (this) {
            case JSON:
                return new PreflightJson().write(report, TOOL, version);
            case SARIF:
                return new SarifReport(TOOL, version).write(report, sites);
            case JUNIT:
                return new JunitReport(TOOL).write(report);
            case HTML:
                return new HtmlReport(TOOL, version).write(report);
        }
        throw new IllegalStateException(file);
    }
}
