package io.github.registrymaven.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.reference.RegistryKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code preflight.json}, schema version 1. What is not known is absent, never null. */
public final class PreflightJson {
    private static final int SCHEMA_VERSION = 1;

    /** The whole file; its fields in the order of the contract. */
    public String write(PreflightReport report, String tool, String version) {
        return written(
                        report,
                        (fields, it) -> fields.field("schemaVersion", SCHEMA_VERSION)
                                .field(
                                        "tool",
                                        tool,
                                        (named, name) ->
                                                named.field("name", name).field("version", version))
                                .field("verdict", it.verdict().id())
                                .field("requests", it.requests())
                                .field("durationMillis", it.durationMillis())
                                .fields("images", it.images(), PreflightJson::image))
                + "\n";
    }

    /** One image of the file: the form in which the modules of a build share what one of them found out. */
    public String writeImage(ImageReport image) {
        return written(image, PreflightJson::image);
    }

    /** Reads what {@link #writeImage} wrote. */
    public ImageReport readImage(String json) {
        return ImageReader.read(json);
    }

    private static <T> String written(T value, JsonFields.Body<T> body) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setFormattingStyle(FormattingStyle.PRETTY);
            new JsonFields(out).object(value, body);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be written", impossible);
        }
        return text.toString();
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
                .field("identity", image.identity(), PreflightJson::identity)
                .fields("checks", image.checks(), PreflightJson::check);
    }

    private static void identity(JsonFields fields, Identity identity) throws IOException {
        fields.field("name", identity.name())
                .field("origin", identity.origin())
                .field("expires", text(identity.expires()));
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
                .fields("remedies", finding.remedies(), PreflightJson::remedy)
                .field("durationMillis", finding.durationMillis());
    }

    private static void remedy(JsonFields fields, Remedy remedy) throws IOException {
        fields.field("title", remedy.title())
                .texts("commands", remedy.commands())
                .fields(
                        "files",
                        remedy.files(),
                        (file, it) -> file.field("name", it.name()).field("content", it.content()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
