package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.SideDoor;
import io.github.registrymaven.testkit.StoredImage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /acr/v1}: a registry's own view of repositories, tags and manifests, with the fields of the SDK's model. */
final class AcrData {
    private static final Pattern PATH =
            Pattern.compile("/acr/v1/(?<repository>.+?)(?:/_(?<what>tags|manifests)(?:/(?<one>[^/]+))?)?");

    private final AcrState registry;
    private final AcrLogins logins;

    AcrData(AcrState registry, AcrLogins logins) {
        this.registry = registry;
        this.logins = logins;
    }

    SideDoor.Answer answer(SideDoor.Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !request.method().equals("GET")) {
            return AzureJson.acrError(404, "NAME_UNKNOWN", "there is nothing at this path");
        }
        String repository = path.group("repository");
        if (!Boolean.TRUE.equals(logins.allows(request.authorization(), repository, "metadata_read"))) {
            return new SideDoor.Answer(
                    401,
                    AzureJson.acrError(401, "UNAUTHORIZED", "authentication required")
                            .json(),
                    "Bearer realm=\"" + registry.images().url() + "/oauth2/token\",service=\"" + registry.host()
                            + "\",scope=\"repository:" + repository + ":metadata_read\",error=\"insufficient_scope\"");
        }
        List<StoredImage> images = registry.images().images(repository);
        if (images.isEmpty()) {
            return AzureJson.acrError(404, "NAME_UNKNOWN", "repository " + repository + " is not found");
        }
        JsonObject body = AzureJson.object("registry", registry.host(), "imageName", repository);
        String one = path.group("one");
        if (path.group("what") == null) {
            body.add("changeableAttributes", attributes(repository));
        } else if (one == null) {
            JsonArray tags = new JsonArray();
            images.forEach(image -> image.tags().forEach(tag -> tags.add(tag(repository, image, tag))));
            body.add("tags", tags);
        } else if (path.group("what").equals("tags")) {
            StoredImage image = images.stream()
                    .filter(each -> each.tags().contains(one))
                    .findFirst()
                    .orElse(null);
            if (image == null) {
                return AzureJson.acrError(404, "TAG_UNKNOWN", "the specified tag does not exist");
            }
            body.add("tag", tag(repository, image, one));
        } else {
            if (images.stream().noneMatch(each -> each.digest().equals(one))) {
                return AzureJson.acrError(404, "MANIFEST_UNKNOWN", "manifest " + one + " is not found");
            }
            body.add(
                    "manifest",
                    AzureJson.object("digest", one, "changeableAttributes", attributes(repository + "@" + one)));
        }
        return new SideDoor.Answer(200, body.toString());
    }

    private JsonObject tag(String repository, StoredImage image, String tag) {
        return AzureJson.object(
                "name",
                tag,
                "digest",
                image.digest(),
                "signed",
                false,
                "changeableAttributes",
                attributes(repository + ":" + tag));
    }

    private JsonObject attributes(String of) {
        return AzureJson.object(
                "deleteEnabled", true,
                "writeEnabled", !registry.isLocked(of),
                "listEnabled", true,
                "readEnabled", true);
    }
}
