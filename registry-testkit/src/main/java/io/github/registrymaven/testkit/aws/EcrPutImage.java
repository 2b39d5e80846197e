package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.registrymaven.testkit.StoredImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code PutImage}: the last call of a push, which names layers that are there and a tag that may be moved. */
final class EcrPutImage {
    private final EcrRules rules;
    private final EcrRegistry registry;

    EcrPutImage(EcrRules rules) {
        this.rules = rules;
        this.registry = rules.registry();
    }

    Map<String, EcrCall.Answer> answers() {
        return Map.of("PutImage", this::put);
    }

    private JsonObject put(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        String text = call.required("imageManifest");
        JsonObject manifest = manifest(text);
        String digest = Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
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
                if (registry.blobSize(repository, digest) < 0) {
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
}
