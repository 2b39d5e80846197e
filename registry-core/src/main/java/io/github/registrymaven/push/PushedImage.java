package io.github.registrymaven.push;

import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the push to one repository came to.
 *
 * @param reference the first of its references, as written
 * @param tags all tags that were asked for; none where the image is pushed by its digest
 * @param verdict {@code pass} or {@code fail}
 * @param digest what the tags point to now; absent where they do not
 * @param size of all blobs and manifests, in bytes, as the registry keeps them; absent where it is not known
 * @param unchanged whether every tag was this image already, so that nothing was sent
 * @param blobs what became of configs and layers
 * @param layers what became of the layers alone
 * @param bytesSent of blobs, repetitions included
 * @param identity who pushed; absent where the registry asked for no login
 * @param failure absent where all went well
 */
public record PushedImage(
        String reference,
        RegistryKind kind,
        String host,
        String repository,
        List<String> tags,
        Verdict verdict,
        @Nullable String digest,
        @Nullable Long size,
        boolean unchanged,
        BlobCount blobs,
        BlobCount layers,
        long bytesSent,
        int requests,
        long durationMillis,
        @Nullable Identity identity,
        @Nullable PushFailure failure) {
    public PushedImage {
        tags = List.copyOf(tags);
    }
}
