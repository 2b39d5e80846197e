package io.github.registrymaven.image;

import static io.github.registrymaven.image.Tar.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Images, and what they are made of. */
final class Samples {
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

    private Samples() {}

    static String digest(byte[] bytes) {
        return ContentDigest.sha256(bytes).toString();
    }

    static byte[] layer(String text) {
        return new Tar().file("hello.txt", text).bytes();
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] gunzip(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    static String config(byte[]... layers) {
        return configOf(Stream.of(layers).map(Samples::digest).toArray(String[]::new));
    }

    static String configOf(String... diffIds) {
        String list = Stream.of(diffIds).map(each -> "\"" + each + "\"").collect(Collectors.joining(","));
        return "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[" + list
                + "]}}";
    }

    static String saved(String... layers) {
        String list = Stream.of(layers).map(each -> "\"" + each + "\"").collect(Collectors.joining(","));
        return "[{\"Config\":\"config.json\",\"RepoTags\":[\"team/app:1.0\"],\"Layers\":[" + list + "]}]";
    }

    /** What docker, buildx and containerd write beside an OCI layout. */
    static String savedBlobs(String config, byte[]... layers) {
        return saved(Stream.of(layers).map(Samples::blob).toArray(String[]::new))
                .replace("config.json", blob(utf8(config)));
    }

    static String blob(byte[] bytes) {
        return "blobs/" + digest(bytes).replace(':', '/');
    }

    /** What docker save writes of an image of these layers. */
    static Tar dockerArchive(byte[]... layers) {
        Tar tar = new Tar().file("config.json", config(layers));
        String[] names = new String[layers.length];
        for (int at = 0; at < layers.length; at++) {
            names[at] = "layer" + at + "/layer.tar";
            tar.file(names[at], layers[at]);
        }
        return tar.file("manifest.json", saved(names));
    }

    /** The files of an OCI layout, by their names; a test changes what it wants to be wrong. */
    static final class Layout {
        final Map<String, byte[]> files = new LinkedHashMap<>();

        Layout() {
            files.put("oci-layout", utf8("{\"imageLayoutVersion\":\"1.0.0\"}"));
        }

        byte[] file(String name) {
            return Objects.requireNonNull(files.get(name), name);
        }

        /** Adds a blob; returns its descriptor. */
        String blob(String mediaType, byte[] bytes, String... more) {
            files.put("blobs/" + digest(bytes).replace(':', '/'), bytes);
            return descriptor(mediaType, bytes, more);
        }

        static String descriptor(String mediaType, byte[] bytes, String... more) {
            return "{\"mediaType\":\"" + mediaType + "\",\"digest\":\"" + digest(bytes) + "\",\"size\":" + bytes.length
                    + Stream.of(more).map(each -> "," + each).collect(Collectors.joining()) + "}";
        }

        /** Adds an image of these layers; returns its manifest's descriptor. */
        String image(String... layers) {
            return blob(OCI_MANIFEST, manifest(blob(OCI_CONFIG, utf8("{\"for\":" + List.of(layers) + "}")), layers));
        }

        static byte[] manifest(String config, String... layers) {
            return utf8("{\"schemaVersion\":2,\"mediaType\":\"" + OCI_MANIFEST + "\",\"config\":" + config
                    + ",\"layers\":[" + String.join(",", layers) + "]}");
        }

        String index(String... manifests) {
            return blob(OCI_INDEX, index(List.of(manifests)));
        }

        Layout root(String... manifests) {
            files.put("index.json", index(List.of(manifests)));
            return this;
        }

        private static byte[] index(List<String> manifests) {
            return utf8("{\"schemaVersion\":2,\"manifests\":[" + String.join(",", manifests) + "]}");
        }

        Path folder(Path folder) throws IOException {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return folder;
        }

        Tar tar() {
            Tar tar = new Tar();
            files.forEach(tar::file);
            return tar;
        }
    }

    /** A layout of one image with one layer. */
    static Layout layout() throws IOException {
        Layout layout = new Layout();
        return layout.root(layout.image(layout.blob(OCI_LAYER, gzip(layer("hello")))));
    }
}
