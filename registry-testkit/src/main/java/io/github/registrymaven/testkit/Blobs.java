package io.github.registrymaven.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /v2/<name>/blobs/<digest>}: spec "Pulling blobs", "Deleting blobs". */
final class Blobs {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    private final Store store;
    private final Rules rules;

    Blobs(Store store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    void handle(Exchange exchange, String repository, String digest) throws IOException, Refused {
        Store.Repository held = store.find(repository);
        Path blob = held == null ? null : held.blobs.get(digest);
        if (held == null || blob == null) {
            throw new Refused(404, "BLOB_UNKNOWN", "blob unknown to registry");
        }
        switch (exchange.method()) {
            case "GET", "HEAD" -> send(exchange, digest, blob);
            case "DELETE" -> {
                rules.checkWritable();
                held.blobs.remove(digest);
                exchange.empty(202);
            }
            default -> throw new Refused(405, "UNSUPPORTED", "The operation is unsupported.");
        }
    }

    private static void send(Exchange exchange, String digest, Path blob) throws IOException, Refused {
        exchange.with("Docker-Content-Digest", digest)
                .with("Content-Type", "application/octet-stream")
                .with("Accept-Ranges", "bytes");
        long size = Files.size(blob);
        String asked = exchange.header("Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        if (!range.matches()) {
            exchange.file(200, blob, 0, size);
            return;
        }
        long from = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        if (from > last) {
            throw new Refused(416, "SIZE_INVALID", "the range is not in the blob");
        }
        exchange.with("Content-Range", "bytes " + from + "-" + last + "/" + size)
                .file(206, blob, from, last + 1);
    }
}
