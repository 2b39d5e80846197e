package io.github.registrymaven.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Tags, catalogue and referrers: spec "Content Discovery". */
final class Listings {
    private final Store store;

    Listings(Store store) {
        this.store = store;
    }

    void tags(Exchange exchange, String repository) throws IOException, Refused {
        Store.Repository held = store.find(repository);
        if (held == null) {
            throw new Refused(404, "NAME_UNKNOWN", "repository name not known to registry");
        }
        List<String> page = page(exchange, held.tags.keySet());
        exchange.json(200, "{\"name\":" + JsonText.quoted(repository) + ",\"tags\":" + JsonText.list(page) + "}");
    }

    void catalog(Exchange exchange) throws IOException, Refused {
        exchange.json(200, "{\"repositories\":" + JsonText.list(page(exchange, store.names())) + "}");
    }

    /** Names after {@code last}, {@code n} at most, with a link to the next page where there is one. */
    private static List<String> page(Exchange exchange, Collection<String> names) throws Refused {
        String last = exchange.query("last");
        String asked = exchange.query("n");
        if (asked != null && !asked.matches("\\d{1,6}")) {
            throw new Refused(400, "PAGINATION_NUMBER_INVALID", "n is no number");
        }
        int most = asked == null ? Integer.MAX_VALUE : Integer.parseInt(asked);
        List<String> rest = names.stream()
                .sorted()
                .filter(name -> last == null || name.compareTo(last) > 0)
                .toList();
        List<String> page = rest.subList(0, Math.min(most, rest.size()));
        if (page.size() < rest.size() && !page.isEmpty()) {
            exchange.with(
                    "Link",
                    "<" + exchange.path() + "?n=" + most + "&last=" + page.get(page.size() - 1) + ">; rel=\"next\"");
        }
        return page;
    }

    /** The manifests whose subject is a digest. */
    void referrers(Exchange exchange, String repository, String digest) throws IOException {
        JsonArray found = new JsonArray();
        Store.Repository held = store.find(repository);
        if (held != null) {
            for (Store.Manifest manifest : held.manifests.values()) {
                JsonObject read = JsonParser.parseString(new String(manifest.bytes(), StandardCharsets.UTF_8))
                        .getAsJsonObject();
                if (read.get("subject") instanceof JsonObject subject
                        && subject.has("digest")
                        && subject.get("digest").getAsString().equals(digest)) {
                    found.add(descriptor(manifest, read));
                }
            }
        }
        JsonObject index = new JsonObject();
        index.addProperty("schemaVersion", 2);
        index.addProperty("mediaType", "application/vnd.oci.image.index.v1+json");
        index.add("manifests", found);
        exchange.answer(
                200, "application/vnd.oci.image.index.v1+json", index.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject descriptor(Store.Manifest manifest, JsonObject read) {
        JsonObject descriptor = new JsonObject();
        descriptor.addProperty("mediaType", manifest.mediaType());
        descriptor.addProperty("digest", manifest.digest());
        descriptor.addProperty("size", manifest.bytes().length);
        if (read.has("artifactType")) {
            descriptor.add("artifactType", read.get("artifactType"));
        } else if (read.get("config") instanceof JsonObject config) {
            descriptor.add("artifactType", config.get("mediaType"));
        }
        if (read.has("annotations")) {
            descriptor.add("annotations", read.get("annotations"));
        }
        return descriptor;
    }
}
