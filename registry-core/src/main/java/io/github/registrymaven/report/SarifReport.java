package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseBook;
import io.github.registrymaven.preflight.PreflightReport;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * SARIF 2.1.0, as code scanning reads it: what is not well, each at the place in the user's files where the image is named.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">the standard</a>
 */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final String tool;
    private final String version;

    /** A report by a tool of ours. */
    public SarifReport(String tool, String version) {
        this.tool = tool;
        this.version = version;
    }

    /** The whole file. */
    public String write(PreflightReport report, Site.Finder sites) {
        return write(Remark.in(report, sites));
    }

    private String write(List<Remark> remarks) {
        return Contract.object(
                        remarks,
                        (fields, all) -> fields.field("$schema", SCHEMA)
                                .field("version", "2.1.0")
                                .fields("runs", List.of(all), this::run))
                + "\n";
    }

    private void run(JsonFields fields, List<Remark> remarks) throws IOException {
        fields.field("tool", remarks, (outer, all) -> outer.field("driver", all, this::driver))
                .field("columnKind", "utf16CodeUnits")
                .fields("results", remarks, SarifReport::result);
    }

    private void driver(JsonFields fields, List<Remark> remarks) throws IOException {
        Set<String> rules = new LinkedHashSet<>();
        remarks.forEach(remark -> rules.add(remark.rule()));
        fields.field("name", tool).field("version", version).fields("rules", List.copyOf(rules), SarifReport::rule);
    }

    private static void rule(JsonFields fields, String rule) throws IOException {
        fields.field("id", rule).field("help", help(rule), SarifReport::text);
    }

    /** What the rule means: for a cause the words of its page. */
    private static String help(String rule) {
        for (Cause cause : Cause.values()) {
            if (cause.id().equals(rule)) {
                return CauseBook.open().entry(cause).meaning();
            }
        }
        return "The check '" + rule + "' of the preflight.";
    }

    private static void result(JsonFields fields, Remark remark) throws IOException {
        fields.field("ruleId", remark.rule())
                .field("level", remark.level() == Remark.Level.ERROR ? "error" : "warning")
                .field("message", message(remark), SarifReport::text)
                .fields("locations", List.of(remark.site()), SarifReport::location)
                // The same in every build, wherever the line moves to.
                .field(
                        "partialFingerprints",
                        remark.rule() + " " + remark.subject(),
                        (prints, print) -> prints.field("registryMaven/v1", print));
    }

    private static String message(Remark remark) {
        return remark.details().isEmpty()
                ? remark.summary()
                : remark.summary() + "\n\n" + String.join("\n", remark.details());
    }

    private static void text(JsonFields fields, String text) throws IOException {
        fields.field("text", text);
    }

    private static void location(JsonFields fields, Site site) throws IOException {
        fields.field(
                "physicalLocation",
                site,
                (place, at) -> place.field(
                                "artifactLocation",
                                at,
                                (artifact, it) -> artifact.field("uri", Uris.ofPath(it.file()))
                                        .field("uriBaseId", "%SRCROOT%"))
                        .field("region", at.line(), (region, line) -> region.field("startLine", line)));
    }
}
