package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.registrymaven.testkit.StoredImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A push by calls of the API instead of the registry's protocol: layers in parts, and {@code PutImage}. */
final class EcrPushes {
    private static final int PART_BYTES = 10 << 20;

    private final EcrRules rules;
    private final EcrRegistry registry;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    EcrPushes(EcrRules rules) {
        this.rules = rules;
        this.registry = rules.registry();
    }

    private record Upload(String repository, ByteArrayOutputStream bytes) {}

    Map<String, EcrCall.Answer> answers() {
        return Map.of(
                "BatchCheckLayerAvailability", this::check,
                "InitiateLayerUpload", this::begin,
                "UploadLayerPart", this::take,
                "CompleteLayerUpload", this::complete,
                "PutImage", this::put);
    }

    private JsonObject check(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        JsonArray layers = new JsonArray();
        JsonArray failures = new JsonArray();
        for (String digest : call.texts("layerDigests")) {
            JsonObject layer = EcrJson.object("layerDigest", digest);
            if (!digest.matches("sha256:[a-f0-9]{64}")) {
                layer.addProperty("failureCode", "InvalidLayerDigest");
                layer.addProperty("failureReason", "Invalid layer digest");
                failures.add(layer);
                continue;
            }
            long size = size(repository, digest);
            layer.addProperty("layerAvailability", size < 0 ? "UNAVAILABLE" : "AVAILABLE");
            if (size >= 0) {
                layer.addProperty("layerSize", size);
            }
            layers.add(layer);
        }
        JsonObject answer = EcrJson.object("layers", layers);
        answer.add("failures", failures);
        return answer;
    }

    private long size(EcrRepository repository, String digest) {
        try {
            return registry.images().blobSize(repository.name(), digest);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private JsonObject begin(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        String id = UUID.randomUUID().toString();
        uploads.put(id, new Upload(repository.name(), new ByteArrayOutputStream()));
        JsonObject answer = EcrJson.object("uploadId", id);
        answer.addProperty("partSize", PART_BYTES);
        return answer;
    }

    private JsonObject take(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        Upload upload = upload(call, repository);
        upload.bytes().writeBytes(Base64.getDecoder().decode(call.required("layerPartBlob")));
        JsonObject answer = EcrJson.about(registry, repository);
        answer.addProperty("uploadId", call.text("uploadId"));
        answer.addProperty("lastByteReceived", upload.bytes().size() - 1);
        return answer;
    }

    private JsonObject complete(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        byte[] bytes = upload(call, repository).bytes().toByteArray();
        if (bytes.length == 0) {
            throw AwsFailure.ecr("EmptyUploadException", "The specified layer upload does not contain any layer parts");
        }
        String digest = digest(bytes);
        if (!call.texts("layerDigests").contains(digest)) {
            throw AwsFailure.ecr(
                    "InvalidLayerException", "The layer digest calculation performed by Amazon ECR differs");
        }
        try {
            registry.images().putBlob(repository.name(), bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        uploads.remove(call.required("uploadId"));
        JsonObject answer = EcrJson.about(registry, repository);
        answer.addProperty("uploadId", call.text("uploadId"));
        answer.addProperty("layerDigest", digest);
        return answer;
    }

    private Upload upload(EcrCall call, EcrRepository repository) throws AwsFailure {
        String id = call.required("uploadId");
        Upload upload = uploads.get(id);
        if (upload == null || !upload.repository().equals(repository.name())) {
            throw AwsFailure.ecr(
                    "UploadNotFoundException",
                    "Upload with id '" + id + "' could not be found for the repository with name '" + repository.name()
                            + "' in the registry with id '" + call.registryId() + "'");
        }
        return upload;
    }

    private JsonObject put(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        String text = call.required("imageManifest");
        JsonObject manifest = manifest(text);
        String digest = digest(text.getBytes(StandardCharsets.UTF_8));
        String announced = call.text("imageDigest");
        if (announced != null && !announced.equals(digest)) {
            throw AwsFailure.ecr(
                    "ImageDigestDoesNotMatchException",
                    "Image digest '" + announced + "' does not match digest calculated by Amazon ECR: '" + digest
                            + "'");
        }
        checkLayers(repository, manifest);
        String tag = call.text("imageTag");
        checkTag(call, repository, tag, digest);
        String type = call.text("imageManifestMediaType");
        if (type == null) {
            type = manifest.has("mediaType") ? manifest.get("mediaType").getAsString() : EcrRegistry.OCI_MANIFEST;
        }
        registry.images().put(repository.name(), tag, type, text);
        JsonObject id = EcrJson.object("imageDigest", digest);
        if (tag != null) {
            id.addProperty("imageTag", tag);
        }
        JsonObject image = EcrJson.about(registry, repository);
        image.add("imageId", id);
        image.addProperty("imageManifest", text);
        image.addProperty("imageManifestMediaType", type);
        return EcrJson.object("image", image);
    }

    private static JsonObject manifest(String text) throws AwsFailure {
        try {
            if (JsonParser.parseString(text) instanceof JsonObject manifest) {
                return manifest;
            }
        } catch (JsonParseException notJson) {
            throw AwsFailure.invalidParameter("ImageManifest", "Invalid JSON syntax");
        }
        throw AwsFailure.invalidParameter("ImageManifest", "Invalid JSON syntax");
    }

    private void checkLayers(EcrRepository repository, JsonObject manifest) throws AwsFailure {
        List<String> missing = new ArrayList<>();
        if (manifest.get("layers") instanceof JsonArray layers) {
            for (JsonElement layer : layers) {
                String digest = layer.getAsJsonObject().get("digest").getAsString();
                if (size(repository, digest) < 0) {
                    missing.add(digest);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw AwsFailure.ecr(
                    "LayersNotFoundException",
                    "Layers with digests '" + missing + "' required for pushing image into repository with name '"
                            + repository.name() + "' in the registry with id '"
                            + registry.arns().account()
                            + "' do not exist");
        }
    }

    private void checkTag(EcrCall call, EcrRepository repository, @Nullable String tag, String digest)
            throws AwsFailure {
        for (StoredImage image : registry.images(repository.name())) {
            if (tag == null ? image.digest().equals(digest) : image.tags().contains(tag)) {
                if (image.digest().equals(digest)) {
                    throw AwsFailure.ecr(
                            "ImageAlreadyExistsException",
                            "Image with digest '" + digest + "' and tag '" + tag
                                    + "' already exists in the repository with name '" + repository.name()
                                    + "' in registry with id '" + call.registryId() + "'");
                }
                if (tag != null && !repository.mutability().mayMove(tag)) {
                    throw AwsFailure.ecr("ImageTagAlreadyExistsException", EcrDoor.immutable(repository.name(), tag));
                }
            }
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
