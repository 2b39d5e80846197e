package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.testkit.StoredImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Images that are there: {@code BatchGetImage}, {@code DescribeImages}, {@code ListImages}. */
final class EcrImages {
    private final EcrRules rules;
    private final EcrRegistry registry;

    EcrImages(EcrRules rules) {
        this.rules = rules;
        this.registry = rules.registry();
    }

    Map<String, EcrCall.Answer> answers() {
        return Map.of("BatchGetImage", this::get, "DescribeImages", this::describe, "ListImages", this::list);
    }

    /** Which image is meant: by its tag, its digest, or both. */
    private record ImageId(@Nullable String tag, @Nullable String digest) {
        static ImageId of(JsonElement read) {
            JsonObject id = read.getAsJsonObject();
            return new ImageId(text(id, "imageTag"), text(id, "imageDigest"));
        }

        private static @Nullable String text(JsonObject id, String name) {
            return id.has(name) ? id.get(name).getAsString() : null;
        }

        Optional<StoredImage> in(List<StoredImage> images) {
            return images.stream()
                    .filter(image -> tag == null || image.tags().contains(tag))
                    .filter(image -> digest == null || image.digest().equals(digest))
                    .findFirst();
        }

        JsonObject shown() {
            JsonObject id = new JsonObject();
            if (digest != null) {
                id.addProperty("imageDigest", digest);
            }
            if (tag != null) {
                id.addProperty("imageTag", tag);
            }
            return id;
        }
    }

    private JsonObject get(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        List<StoredImage> images = registry.images(repository.name());
        JsonArray found = new JsonArray();
        JsonArray failures = new JsonArray();
        for (JsonElement asked : call.list("imageIds")) {
            ImageId id = ImageId.of(asked);
            Optional<StoredImage> image = id.in(images);
            if (image.isPresent()) {
                found.add(got(repository, image.get(), id.tag()));
            } else {
                JsonObject failure = EcrJson.object("imageId", id.shown());
                failure.addProperty("failureCode", "ImageNotFound");
                failure.addProperty("failureReason", "Requested image not found");
                failures.add(failure);
            }
        }
        JsonObject answer = EcrJson.object("images", found);
        answer.add("failures", failures);
        return answer;
    }

    private JsonObject got(EcrRepository repository, StoredImage image, @Nullable String tag) {
        JsonObject got = EcrJson.about(registry, repository);
        got.add("imageId", new ImageId(tag, image.digest()).shown());
        got.addProperty("imageManifest", image.manifest());
        got.addProperty("imageManifestMediaType", image.mediaType());
        return got;
    }

    private JsonObject describe(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        List<StoredImage> images = registry.images(repository.name());
        JsonArray details = new JsonArray();
        for (JsonElement asked : call.list("imageIds")) {
            ImageId id = ImageId.of(asked);
            StoredImage image = id.in(images)
                    .orElseThrow(() -> AwsFailure.ecr(
                            "ImageNotFoundException",
                            "The image with imageId {imageDigest:'" + (id.digest() == null ? "null" : id.digest())
                                    + "', imageTag:'" + (id.tag() == null ? "null" : id.tag())
                                    + "'} does not exist within the repository with name '" + repository.name()
                                    + "' in the registry with id '" + call.registryId() + "'"));
            details.add(detail(repository, image));
        }
        JsonObject answer = EcrJson.object("imageDetails", details);
        if (call.list("imageIds").isEmpty()) {
            List<StoredImage> wanted =
                    images.stream().filter(image -> isAskedFor(call, image)).toList();
            page(call, wanted.size(), answer)
                    .mapToObj(at -> detail(repository, wanted.get(at)))
                    .forEach(details::add);
        }
        return answer;
    }

    /** As many as are asked for at once, a hundred where that is not said. */
    private static IntStream page(EcrCall call, int all, JsonObject answer) {
        String wanted = call.text("maxResults");
        String token = call.text("nextToken");
        int most = wanted == null ? 100 : Integer.parseInt(wanted);
        int from = token == null ? 0 : Integer.parseInt(token);
        if (from + most < all) {
            answer.addProperty("nextToken", String.valueOf(from + most));
        }
        return IntStream.range(from, Math.min(all, from + most));
    }

    private JsonObject detail(EcrRepository repository, StoredImage image) {
        JsonObject detail = EcrJson.about(registry, repository);
        detail.addProperty("imageDigest", image.digest());
        if (!image.tags().isEmpty()) {
            detail.add("imageTags", EcrJson.texts(image.tags()));
        }
        detail.addProperty("imageSizeInBytes", size(image));
        detail.addProperty("imagePushedAt", EcrJson.time(image.pushedAt()));
        detail.addProperty("imageManifestMediaType", image.mediaType());
        detail.addProperty("imageStatus", "ACTIVE");
        return detail;
    }

    private static long size(StoredImage image) {
        JsonObject manifest = JsonParser.parseString(image.manifest()).getAsJsonObject();
        long size = 0;
        if (manifest.get("layers") instanceof JsonArray layers) {
            for (JsonElement layer : layers) {
                JsonElement bytes = layer.getAsJsonObject().get("size");
                size += bytes == null ? 0 : bytes.getAsLong();
            }
        }
        return size;
    }

    private JsonObject list(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        JsonArray ids = new JsonArray();
        for (StoredImage image : registry.images(repository.name())) {
            if (!isAskedFor(call, image)) {
                continue;
            }
            image.tags().forEach(tag -> ids.add(new ImageId(tag, image.digest()).shown()));
            if (image.tags().isEmpty()) {
                ids.add(new ImageId(null, image.digest()).shown());
            }
        }
        return EcrJson.object("imageIds", ids);
    }

    private static boolean isAskedFor(EcrCall call, StoredImage image) {
        JsonElement status = call.object("filter").get("tagStatus");
        return switch (status == null ? "ANY" : status.getAsString()) {
            case "TAGGED" -> !image.tags().isEmpty();
            case "UNTAGGED" -> image.tags().isEmpty();
            default -> true;
        };
    }
}
