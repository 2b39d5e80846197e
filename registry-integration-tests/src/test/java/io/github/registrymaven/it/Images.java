package io.github.registrymaven.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Images for the integration projects to push, each of one layer that holds one small file. */
public final class Images {
    private static final int RECORD = 512;

    private Images() {}

    /** Writes what {@code docker save} writes; returns the digest of the config, docker's ID of the image. */
    public static String dockerArchive(Path file) throws IOException {
        byte[] layer = layer();
        byte[] config = config(layer);
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        String id = hex(config);
        entry(tar, id + ".json", config);
        entry(tar, "layer/layer.tar", layer);
        entry(
                tar,
                "manifest.json",
                utf8("[{\"Config\":\"" + id + ".json\",\"RepoTags\":[\"it:1.0\"],\"Layers\":[\"layer/layer.tar\"]}]"));
        tar.write(new byte[2 * RECORD]);
        Files.write(file, tar.toByteArray());
        return "sha256:" + id;
    }

    /** Writes an OCI layout; returns the digest of the image's manifest. */
    public static String ociLayout(Path folder) throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        byte[] tar = layer();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(tar);
        }
        String config = descriptor(blobs, "application/vnd.oci.image.config.v1+json", config(tar));
        String layer = descriptor(blobs, "application/vnd.oci.image.layer.v1.tar+gzip", packed.toByteArray());
        String type = "application/vnd.oci.image.manifest.v1+json";
        byte[] manifest = utf8("{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"config\":" + config
                + ",\"layers\":[" + layer + "]}");
        Files.write(
                folder.resolve("index.json"),
                utf8("{\"schemaVersion\":2,\"manifests\":[" + descriptor(blobs, type, manifest) + "]}"));
        Files.write(folder.resolve("oci-layout"), utf8("{\"imageLayoutVersion\":\"1.0.0\"}"));
        return "sha256:" + hex(manifest);
    }

    private static String descriptor(Path blobs, String type, byte[] bytes) throws IOException {
        Files.write(blobs.resolve(hex(bytes)), bytes);
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"sha256:" + hex(bytes) + "\",\"size\":" + bytes.length
                + "}";
    }

    private static byte[] config(byte[] layer) {
        return utf8(
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":"
                        + "[\"sha256:" + hex(layer) + "\"]}}");
    }

    private static byte[] layer() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        entry(tar, "hello.txt", utf8("hello from an integration project\n"));
        tar.write(new byte[2 * RECORD]);
        return tar.toByteArray();
    }

    /** One file of a tar, as POSIX ustar has it. */
    private static void entry(ByteArrayOutputStream tar, String name, byte[] bytes) throws IOException {
        byte[] header = new byte[RECORD];
        put(header, 0, name);
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(header, 124, String.format("%011o\0%011o\0", bytes.length, 0));
        put(header, 148, "        0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        tar.write(header);
        tar.write(bytes);
        tar.write(new byte[(RECORD - bytes.length % RECORD) % RECORD]);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = utf8(text);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
