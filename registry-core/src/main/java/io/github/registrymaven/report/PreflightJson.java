package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.reference.RegistryKind;
import java.io.IOException;

/** {@code preflight.json}, schema version 1. What is not known is absent, never null. */
public final class PreflightJson {
    /** The whole file; its fields in the order of the contract. */
    public String write(PreflightReport report, String tool, String version) {
        return Contract.file(
                tool,
                version,
                report,
                (fields, it) -> fields.field("verdict", it.verdict().id())
                        .field("requests", it.requests())
                        .field("durationMillis", it.durationMillis())
                        .fields("images", it.images(), PreflightJson::image));
    }

    /** One image of the file: the form in which the modules of a build share what one of them found out. */
    public String writeImage(ImageReport image) {
        return Contract.object(image, PreflightJson::image);
    }

    /** Reads what {@link #writeImage} wrote. */
    public ImageReport readImage(String json) {
        return ImageReader.read(json);
    }

    private static void image(JsonFields fields, ImageReport image) throws IOException {
        RegistryKind kind = image.kind();
        fields.field("reference", image.reference())
                .field("kind", kind == null ? null : kind.id())
                .field("host", image.host())
                .field("repository", image.repository())
                .field("tag", image.tag())
                .field("tagImplied", image.tagImplied())
                .field("digest", image.digest())
                .field("foundIn", image.foundIn())
                .field("verdict", image.verdict().id())
                .field("identity", image.identity(), Contract::identity)
                .fields("checks", image.checks(), PreflightJson::check);
    }

    private static void check(JsonFields fields, Finding finding) throws IOException {
        Cause cause = finding.cause();
        fields.field("id", finding.id())
                .field("stage", finding.stage().id())
                .field("verdict", finding.verdict().id())
                .field("cause", cause == null ? null : cause.id())
                .field("summary", finding.summary())
                .texts("evidence", finding.evidence())
                .texts("unverified", finding.unverified())
                .fields("remedies", finding.remedies(), Contract::remedy)
                .field("durationMillis", finding.durationMillis());
    }
}
