package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.SideDoor;
import io.github.registrymaven.testkit.StoredImage;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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
            String what = path.group("what");
            return page(
                    repository,
                    what,
                    what.equals("tags") ? tags(repository, images) : manifests(repository, images),
                    request,
                    body);
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

    private NavigableMap<String, JsonObject> tags(String repository, List<StoredImage> images) {
        NavigableMap<String, JsonObject> all = new TreeMap<>();
        images.forEach(image -> image.tags().forEach(tag -> all.put(tag, tag(repository, image, tag))));
        return all;
    }

    private NavigableMap<String, JsonObject> manifests(String repository, List<StoredImage> images) {
        NavigableMap<String, JsonObject> all = new TreeMap<>();
        images.forEach(image -> all.put(image.digest(), manifest(repository, image)));
        return all;
    }

    /** Tags or manifests by their names, after {@code last}, {@code n} of them and no more than a page holds. */
    private SideDoor.Answer page(
            String repository,
            String what,
            NavigableMap<String, JsonObject> all,
            SideDoor.Request request,
            JsonObject body) {
        String wanted = request.parameter("n");
        int most =
                Math.min(registry.settings().tagsPerPage, wanted.matches("\\d{1,6}") ? Integer.parseInt(wanted) : 100);
        JsonArray shown = new JsonArray();
        String ending = "";
        String next = null;
        for (Map.Entry<String, JsonObject> each :
                all.tailMap(request.parameter("last"), false).entrySet()) {
            if (shown.size() == most) {
                next = "</acr/v1/" + repository + "/_" + what + "?last=" + ending + "&n=" + most + ">; rel=\"next\"";
                break;
            }
            ending = each.getKey();
            shown.add(each.getValue());
        }
        body.add(what, shown);
        return new SideDoor.Answer(200, body.toString(), null, next);
    }

    private JsonObject manifest(String repository, StoredImage image) {
        JsonObject manifest = AzureJson.object(
                "digest",
                image.digest(),
                "createdTime",
                image.pushedAt().toString(),
                "lastUpdateTime",
                image.pushedAt().toString(),
                "mediaType",
                image.mediaType(),
                "changeableAttributes",
                attributes(repository + "@" + image.digest()));
        JsonArray tags = new JsonArray();
        image.tags().forEach(tags::add);
        if (!tags.isEmpty()) {
            manifest.add("tags", tags);
        }
        return manifest;
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
