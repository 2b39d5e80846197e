package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Layers that are pushed by calls of the API, in parts, instead of the registry's protocol. */
final class EcrLayers {
    private static final int PART_BYTES = 10 << 20;

    private final EcrRules rules;
    private final EcrRegistry registry;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    EcrLayers(EcrRules rules) {
        this.rules = rules;
        this.registry = rules.registry();
    }

    private record Upload(String repository, ByteArrayOutputStream bytes) {}

    Map<String, EcrCall.Answer> answers() {
        return Map.of(
                "BatchCheckLayerAvailability", this::check,
                "InitiateLayerUpload", this::begin,
                "UploadLayerPart", this::take,
                "CompleteLayerUpload", this::complete);
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
            long size = registry.blobSize(repository, digest);
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
        String digest = Sha256.digest(bytes);
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
}
