package io.github.registrymaven.report;

import io.github.registrymaven.push.BlobCount;
import io.github.registrymaven.push.PushFailure;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.push.PushedImage;
import java.io.IOException;

/** {@code push.json}, schema version 1, in the words of {@code preflight.json}. What is not known is absent, never null. */
public final class PushJson {
    /** The whole file. */
    public String write(PushReport report, String tool, String version) {
        return Contract.file(
                tool,
                version,
                report,
                (fields, it) -> fields.field("verdict", it.verdict().id())
                        .field("requests", it.requests())
                        .field("durationMillis", it.durationMillis())
                        .fields("images", it.images(), PushJson::image));
    }

    private static void image(JsonFields fields, PushedImage image) throws IOException {
        fields.field("reference", image.reference())
                .field("kind", image.kind().id())
                .field("host", image.host())
                .field("repository", image.repository())
                .texts("tags", image.tags())
                .field("verdict", image.verdict().id())
                .field("digest", image.digest())
                .field("size", image.size())
                .field("unchanged", image.unchanged())
                .field("blobs", image.blobs(), PushJson::count)
                .field("layers", image.layers(), PushJson::count)
                .field("bytesSent", image.bytesSent())
                .field("requests", image.requests())
                .field("durationMillis", image.durationMillis())
                .field("identity", image.identity(), Contract::identity)
                .field("failure", image.failure(), PushJson::failure);
    }

    private static void count(JsonFields fields, BlobCount count) throws IOException {
        fields.field("uploaded", count.uploaded())
                .field("mounted", count.mounted())
                .field("present", count.present());
    }

    private static void failure(JsonFields fields, PushFailure failure) throws IOException {
        fields.field("cause", failure.cause().id())
                .field("summary", failure.summary())
                .texts("evidence", failure.evidence())
                .fields("remedies", failure.remedies(), Contract::remedy);
    }
}
