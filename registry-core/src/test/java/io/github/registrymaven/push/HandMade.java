package io.github.registrymaven.push;

import io.github.registrymaven.image.Blob;
import io.github.registrymaven.image.Content;
import io.github.registrymaven.image.Descriptor;
import io.github.registrymaven.image.FinishedImage;
import io.github.registrymaven.image.Manifest;
import io.github.registrymaven.image.PackedLayer;
import io.github.registrymaven.image.RawLayer;
import io.github.registrymaven.image.UnpackedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Images made by hand, whose layers say how often they were opened. */
final class HandMade {
    static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
    static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";

    /** Layers only. */
    final AtomicInteger opened = new AtomicInteger();

    /** Configs, too. */
    final AtomicInteger openedAtAll = new AtomicInteger();

    byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Blob blob(String type, byte[] bytes, boolean counts) {
        return new Blob(new Descriptor(type, Sha256.of(bytes), bytes.length), new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                openedAtAll.incrementAndGet();
                if (counts) {
                    opened.incrementAndGet();
                }
                return new ByteArrayInputStream(bytes);
            }
        });
    }

    Blob layer(byte[] bytes) {
        return blob(LAYER, bytes, true);
    }

    /** A layer whose bytes cannot be read to their end. */
    Blob failing(int size, IOException trouble) {
        byte[] bytes = random(size, 7);
        return new Blob(new Descriptor(LAYER, Sha256.of(bytes), size), new Content() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() {
                return new FilterInputStream(new ByteArrayInputStream(bytes, 0, size / 2)) {
                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        int read = super.read(into, offset, length);
                        if (read < 0) {
                            throw trouble;
                        }
                        return read;
                    }
                };
            }
        });
    }

    Manifest manifest(String comment, Blob... layers) {
        return manifest(comment, "[]", layers);
    }

    /** The same, with a history. */
    Manifest manifest(String comment, String history, Blob... layers) {
        Blob config = blob(
                CONFIG,
                utf8("{\"architecture\":\"amd64\",\"os\":\"linux\",\"author\":\"" + comment + "\",\"rootfs\":"
                        + "{\"type\":\"layers\",\"diff_ids\":[]},\"history\":" + history + "}"),
                false);
        List<Blob> blobs = new ArrayList<>(List.of(layers));
        List<String> entries = new ArrayList<>();
        blobs.forEach(layer -> entries.add(json(layer.descriptor())));
        byte[] bytes = utf8("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":"
                + json(config.descriptor()) + ",\"layers\":[" + String.join(",", entries) + "]}");
        blobs.add(config);
        return new Manifest(new Descriptor(MANIFEST, Sha256.of(bytes), bytes.length), bytes, blobs);
    }

    static FinishedImage finished(Manifest... manifests) {
        return new FinishedImage() {
            @Override
            public List<Manifest> manifests() {
                return List.of(manifests);
            }

            @Override
            public void close() {}
        };
    }

    /** Some layers of random bytes. */
    FinishedImage ofLayers(int... sizes) {
        Blob[] layers = new Blob[sizes.length];
        for (int at = 0; at < sizes.length; at++) {
            layers[at] = layer(random(sizes[at], at + 1));
        }
        return finished(manifest("layers", layers));
    }

    static Manifest index(Manifest... children) {
        List<String> entries = new ArrayList<>();
        for (Manifest child : children) {
            entries.add(json(child.descriptor()));
        }
        byte[] bytes = utf8("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":["
                + String.join(",", entries) + "]}");
        return new Manifest(new Descriptor(INDEX, Sha256.of(bytes), bytes.length), bytes, List.of());
    }

    /** A docker-archive with layers of these bytes. */
    UnpackedImage unpacked(byte[]... tars) {
        List<RawLayer> layers = new ArrayList<>();
        List<String> diffIds = new ArrayList<>();
        for (byte[] tar : tars) {
            layers.add(raw(tar));
            diffIds.add("\"" + Sha256.of(tar) + "\"");
        }
        Blob config = blob(
                CONFIG,
                utf8("{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                        + String.join(",", diffIds) + "]}}"),
                false);
        return new UnpackedImage() {
            @Override
            public Blob config() {
                return config;
            }

            @Override
            public List<RawLayer> layers() {
                return List.copyOf(layers);
            }

            @Override
            public Manifest manifest(List<Descriptor> packed) {
                List<String> entries = packed.stream().map(HandMade::json).toList();
                byte[] bytes = utf8("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":"
                        + json(config.descriptor()) + ",\"layers\":[" + String.join(",", entries) + "]}");
                return new Manifest(new Descriptor(MANIFEST, Sha256.of(bytes), bytes.length), bytes, List.of(config));
            }

            @Override
            public void close() {}
        };
    }

    private RawLayer raw(byte[] tar) {
        return new RawLayer() {
            @Override
            public String diffId() {
                return Sha256.of(tar);
            }

            @Override
            public long size() {
                return tar.length;
            }

            @Override
            public PackedLayer pack() {
                opened.incrementAndGet();
                return new Gzipped(tar);
            }
        };
    }

    /** Compressed beforehand, which nobody notices. */
    private static final class Gzipped extends PackedLayer {
        private final byte[] bytes;
        private final ByteArrayInputStream in;
        private boolean ended;

        Gzipped(byte[] tar) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(tar);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            bytes = out.toByteArray();
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            int next = in.read();
            ended |= next < 0;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = in.read(into, offset, length);
            ended |= read < 0;
            return read;
        }

        @Override
        public Descriptor descriptor() {
            if (!ended) {
                throw new IllegalStateException("before the end");
            }
            return new Descriptor(LAYER, Sha256.of(bytes), bytes.length);
        }

        @Override
        public long consumed() {
            return (long) bytes.length - in.available();
        }
    }

    private static String json(Descriptor descriptor) {
        return "{\"mediaType\":\"" + descriptor.mediaType() + "\",\"digest\":\"" + descriptor.digest() + "\",\"size\":"
                + descriptor.size() + "}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
