package io.github.registrymaven.report;

import com.google.gson.Gson;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.push.PushedImage;
import java.util.List;

/** {@code push.json}, schema version 1, in the words of {@code preflight.json}. What is not known is absent, never null. */
public final class PushJson {
    private static final int SCHEMA_VERSION = 1;

    private final Gson gson = Contract.gson();

    /** The outermost object; its fields in the order of the contract. */
    private record Document(
            int schemaVersion,
            Contract.Tool tool,
            Verdict verdict,
            int requests,
            long durationMillis,
            List<PushedImage> images) {}

    /** The whole file. */
    public String write(PushReport report, String tool, String version) {
        return gson.toJson(new Document(
                        SCHEMA_VERSION,
                        new Contract.Tool(tool, version),
                        report.verdict(),
                        report.requests(),
                        report.durationMillis(),
                        report.images()))
                + "\n";
    }
}
