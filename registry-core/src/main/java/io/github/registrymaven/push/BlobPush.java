package io.github.registrymaven.push;

import io.github.registrymaven.oci.BlobOutcome;
import io.github.registrymaven.oci.BlobSource;
import io.github.registrymaven.oci.BlobUpload;
import io.github.registrymaven.oci.OpenUploads;
import io.github.registrymaven.oci.Repository;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The way of one blob into one repository. */
final class BlobPush implements BlobSource {
    private final PendingBlob blob;
    private final Tally tally;
    private final PendingBlob.Position position = new PendingBlob.Position();

    BlobPush(PendingBlob blob, Tally tally) {
        this.blob = blob;
        this.tally = tally;
    }

    /** How it got there, or why it did not. */
    BlobOutcome to(Repository repository, Presence presence, OpenUploads uploads, @Nullable String from)
            throws IOException, InterruptedException {
        return presence.of(blob) ? new BlobOutcome.Present() : new BlobUpload(repository, uploads, this).push(from);
    }

    @Override
    public @Nullable String digest() {
        return blob.digest();
    }

    @Override
    public long size() {
        return blob.size();
    }

    @Override
    public InputStream open() throws IOException {
        return blob.open(tally, position);
    }
}
