package io.github.registrymaven.report;

import com.google.gson.Gson;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import java.util.List;

/** {@code preflight.json}, schema version 1. What is not known is absent, never null. */
public final class PreflightJson {
    private static final int SCHEMA_VERSION = 1;

    private final Gson gson = Contract.gson();

    /** The outermost object; its fields in the order of the contract. */
    private record Document(
            int schemaVersion,
            Contract.Tool tool,
            Verdict verdict,
            int requests,
            long durationMillis,
            List<ImageReport> images) {}

    /** The whole file. */
    public String write(PreflightReport report, String tool, String version) {
        return gson.toJson(new Document(
                        SCHEMA_VERSION,
                        new Contract.Tool(tool, version),
                        report.verdict(),
                        report.requests(),
                        report.durationMillis(),
                        report.images()))
                + "\n";
    }

    /** One image of the file: the form in which the modules of a build share what one of them found out. */
    public String writeImage(ImageReport image) {
        return gson.toJson(image);
    }

    /** Reads what {@link #writeImage} wrote. */
    public ImageReport readImage(String json) {
        return gson.fromJson(json, ImageReport.class);
    }
}
