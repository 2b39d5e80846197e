package io.github.registrymaven.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** {@code /v2/<name>/blobs/uploads/…}: spec "Pushing blobs". */
final class Uploads {
    private final Store store;
    private final Rules rules;

    Uploads(Store store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** {@code POST}: opens a session, or finishes at once with a mount or the whole blob. */
    void open(Exchange exchange, String repository) throws IOException, Refused {
        rules.checkWritable();
        rules.checkExists(store, repository);
        rules.checkQuota(store, repository);
        String mount = exchange.query("mount");
        if (mount != null && rules.mountsBlobs() && mounted(repository, mount, exchange.query("from"))) {
            created(exchange, repository, mount);
            return;
        }
        Store.Upload upload = store.open(repository);
        String digest = exchange.query("digest");
        if (digest != null) {
            append(exchange, upload);
            finish(exchange, upload, digest);
            return;
        }
        exchange.with("Location", location(exchange, upload))
                .with("Docker-Upload-UUID", upload.id())
                .with("Range", "0-0")
                .empty(202);
    }

    private boolean mounted(String repository, String digest, @Nullable String from) {
        Store.Repository source = from == null ? null : store.find(from);
        Path blob = source == null ? null : source.blobs.get(digest);
        if (blob == null) {
            return false;
        }
        store.create(repository).blobs.put(digest, blob);
        return true;
    }

    void handle(Exchange exchange, String repository, String id) throws IOException, Refused {
        Store.Upload upload = store.upload(id);
        if (upload == null || !upload.repository().equals(repository)) {
            throw new Refused(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
        }
        switch (exchange.method()) {
            case "GET" -> progress(exchange, upload, 204);
            case "PATCH" -> {
                checkRange(exchange, upload);
                append(exchange, upload);
                progress(exchange, upload, 202);
            }
            case "PUT" -> {
                append(exchange, upload);
                String digest = exchange.query("digest");
                if (digest == null) {
                    throw new Refused(400, "DIGEST_INVALID", "the digest is missing");
                }
                finish(exchange, upload, digest);
            }
            case "DELETE" -> {
                store.cancel(upload);
                exchange.empty(204);
            }
            default -> throw new Refused(405, "UNSUPPORTED", "The operation is unsupported.");
        }
    }

    private static void append(Exchange exchange, Store.Upload upload) throws IOException {
        try (OutputStream out = Files.newOutputStream(upload.file(), StandardOpenOption.APPEND)) {
            exchange.body().transferTo(out);
        }
    }

    /** A chunk begins where the last one ended. */
    private static void checkRange(Exchange exchange, Store.Upload upload) throws IOException, Refused {
        String range = exchange.header("Content-Range");
        if (range != null && !range.startsWith(Files.size(upload.file()) + "-")) {
            throw new Refused(416, "BLOB_UPLOAD_INVALID", "the chunk does not begin where the upload ends");
        }
    }

    private static void progress(Exchange exchange, Store.Upload upload, int status) throws IOException {
        long end = Math.max(0, Files.size(upload.file()) - 1);
        exchange.with("Location", location(exchange, upload))
                .with("Docker-Upload-UUID", upload.id())
                .with("Range", "0-" + end)
                .empty(status);
    }

    private void finish(Exchange exchange, Store.Upload upload, String digest) throws IOException, Refused {
        if (!Digests.isDigest(digest) || !Digests.of(upload.file()).equals(digest)) {
            store.cancel(upload);
            throw new Refused(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
        }
        store.commit(upload, digest);
        created(exchange, upload.repository(), digest);
    }

    private static void created(Exchange exchange, String repository, String digest) throws IOException {
        exchange.with("Location", exchange.base() + "/v2/" + repository + "/blobs/" + digest)
                .with("Docker-Content-Digest", digest)
                .empty(201);
    }

    private static String location(Exchange exchange, Store.Upload upload) {
        return exchange.base() + "/v2/" + upload.repository() + "/blobs/uploads/" + upload.id() + "?_state=opaque";
    }
}
