package io.github.registrymaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the registry holds: repositories with manifests, tags, blobs and open uploads. Blobs are files in a folder. */
final class Store implements AutoCloseable {
    private final Path folder;
    private final Clock clock;
    private final Map<String, Repository> repositories = new ConcurrentSkipListMap<>();
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    Store(Clock clock) throws IOException {
        this.clock = clock;
        folder = Files.createTempDirectory("registry-testkit");
    }

    /** A manifest as it was pushed. */
    @SuppressWarnings("ArrayRecordComponent") // manifests are stored and sent, never compared
    record Manifest(String digest, String mediaType, byte[] bytes, Instant pushedAt) {}

    /** One repository. */
    static final class Repository {
        final Map<String, Manifest> manifests = new ConcurrentHashMap<>();
        final Map<String, String> tags = new ConcurrentSkipListMap<>();
        final Map<String, Path> blobs = new ConcurrentHashMap<>();
        final AtomicLong bytes = new AtomicLong();

        @Nullable
        Manifest manifest(String reference) {
            String digest = tags.getOrDefault(reference, reference);
            return manifests.get(digest);
        }
    }

    /** An upload that is not finished. */
    record Upload(String id, String repository, Path file) {}

    @Nullable
    Repository find(String name) {
        return repositories.get(name);
    }

    Repository create(String name) {
        return repositories.computeIfAbsent(name, key -> new Repository());
    }

    /** Keeps a manifest, and points a tag to it where there is one. */
    void keep(String name, String digest, String mediaType, byte[] bytes, @Nullable String tag) {
        Repository repository = create(name);
        Manifest known = repository.manifests.get(digest);
        Instant pushedAt = known == null ? clock.instant() : known.pushedAt();
        repository.manifests.put(digest, new Manifest(digest, mediaType, bytes, pushedAt));
        if (tag != null) {
            repository.tags.put(tag, digest);
        }
    }

    List<StoredImage> images(String name) {
        Repository repository = repositories.getOrDefault(name, new Repository());
        return repository.manifests.values().stream()
                .map(manifest -> new StoredImage(
                        manifest.digest(),
                        manifest.mediaType(),
                        new String(manifest.bytes(), StandardCharsets.UTF_8),
                        repository.tags.entrySet().stream()
                                .filter(tag -> tag.getValue().equals(manifest.digest()))
                                .map(Map.Entry::getKey)
                                .toList(),
                        manifest.pushedAt()))
                .sorted(Comparator.comparing(StoredImage::pushedAt).thenComparing(StoredImage::digest))
                .toList();
    }

    List<String> names() {
        return List.copyOf(repositories.keySet());
    }

    Upload open(String repository) throws IOException {
        String id = UUID.randomUUID().toString();
        Upload upload = new Upload(id, repository, Files.createFile(folder.resolve(id)));
        uploads.put(id, upload);
        return upload;
    }

    @Nullable
    Upload upload(String id) {
        return uploads.get(id);
    }

    void cancel(Upload upload) throws IOException {
        uploads.remove(upload.id());
        Files.deleteIfExists(upload.file());
    }

    /** The upload becomes a blob of its repository. */
    void commit(Upload upload, String digest) throws IOException {
        uploads.remove(upload.id());
        Repository repository = create(upload.repository());
        repository.bytes.addAndGet(Files.size(upload.file()));
        repository.blobs.put(digest, upload.file());
    }

    long blobSize(String name, String digest) throws IOException {
        Repository repository = repositories.get(name);
        Path blob = repository == null ? null : repository.blobs.get(digest);
        return blob == null ? -1 : Files.size(blob);
    }

    int openUploads() {
        return uploads.size();
    }

    /** Everything in lines, so that two moments can be compared: {@code tag team/app:1.0 sha256:…}. */
    List<String> contents() {
        List<String> lines = new ArrayList<>();
        repositories.forEach((name, repository) -> {
            lines.add("repository " + name);
            repository.tags.forEach((tag, digest) -> lines.add("tag " + name + ":" + tag + " " + digest));
            new TreeMap<>(repository.manifests)
                    .keySet()
                    .forEach(digest -> lines.add("manifest " + name + "@" + digest));
            new TreeMap<>(repository.blobs).keySet().forEach(digest -> lines.add("blob " + name + "@" + digest));
        });
        uploads.values().forEach(upload -> lines.add("upload " + upload.repository()));
        return lines;
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
