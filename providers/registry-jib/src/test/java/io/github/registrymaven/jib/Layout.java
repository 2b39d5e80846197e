package io.github.registrymaven.jib;

import com.google.cloud.tools.jib.tar.TarExtractor;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What is in an OCI layout, read independently of what wrote it. */
final class Layout {
    private final Path folder;

    private Layout(Path folder) {
        this.folder = folder;
    }

    /** A folder as it is, or a tar, unpacked beside it. */
    static Layout of(Path layout) throws IOException {
        if (Files.isDirectory(layout)) {
            return new Layout(layout);
        }
        Path folder = layout.resolveSibling(layout.getFileName() + "-unpacked");
        TarExtractor.extract(layout, folder);
        return new Layout(folder);
    }

    /** The digest that a tag would point to: the only one in {@code index.json}. */
    String digest() throws IOException {
        JsonArray manifests = json(folder.resolve("index.json")).getAsJsonArray("manifests");
        if (manifests.size() != 1) {
            throw new IOException("several images: " + manifests);
        }
        return manifests.get(0).getAsJsonObject().get("digest").getAsString();
    }

    JsonObject document(String digest) throws IOException {
        byte[] bytes = blob(digest);
        if (!BaseImage.digestOf(bytes).equals(digest)) {
            throw new IOException(digest + " is not what is below its name");
        }
        return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    /** The config of an image for one platform. */
    JsonObject config(String manifest) throws IOException {
        return document(
                document(manifest).getAsJsonObject("config").get("digest").getAsString());
    }

    List<String> layers(String manifest) throws IOException {
        List<String> digests = new ArrayList<>();
        for (JsonElement layer : document(manifest).getAsJsonArray("layers")) {
            digests.add(layer.getAsJsonObject().get("digest").getAsString());
        }
        return digests;
    }

    /** The names of the files in a layer. */
    List<String> files(String layer) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(blob(layer)))) {
            byte[] header = tar.readNBytes(512);
            while (header.length == 512 && header[0] != 0) {
                String name = new String(header, 0, 100, StandardCharsets.UTF_8).split("\0", 2)[0];
                long size = Long.parseLong(new String(header, 124, 11, StandardCharsets.US_ASCII).strip(), 8);
                // 'x' is a header of the file that follows.
                if (!name.endsWith("/") && header[156] != 'x') {
                    names.add(name);
                }
                tar.skipNBytes((size + 511) / 512 * 512);
                header = tar.readNBytes(512);
            }
        }
        return names;
    }

    private byte[] blob(String digest) throws IOException {
        return Files.readAllBytes(folder.resolve("blobs/sha256").resolve(digest.substring("sha256:".length())));
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
