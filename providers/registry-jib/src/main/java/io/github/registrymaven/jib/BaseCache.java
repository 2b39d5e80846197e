package io.github.registrymaven.jib;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.cache.Cache;
import com.google.cloud.tools.jib.cache.CacheCorruptedException;
import com.google.cloud.tools.jib.image.json.ContainerConfigurationTemplate;
import com.google.cloud.tools.jib.image.json.ImageMetadataTemplate;
import com.google.cloud.tools.jib.image.json.ManifestAndConfigTemplate;
import io.github.registrymaven.artifact.Platform;
import io.github.registrymaven.reference.ImageReference;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What Jib keeps of base images. */
final class BaseCache {
    private final Path folder;

    private BaseCache(Path folder) {
        this.folder = folder;
    }

    static BaseCache at(Path folder) {
        return new BaseCache(folder);
    }

    /** The digest of the manifest that an index names for a platform; null where the image is no index. */
    @Nullable
    String manifestOf(ImageReference base, Platform platform) throws IOException, JibRefused {
        ImageMetadataTemplate kept = metadata(base);
        if (kept == null || kept.getManifestList() == null) {
            return null;
        }
        for (ManifestAndConfigTemplate one : kept.getManifestsAndConfigs()) {
            if (one.getManifestDigest() != null && isFor(one.getConfig(), platform)) {
                return one.getManifestDigest();
            }
        }
        return null;
    }

    private @Nullable ImageMetadataTemplate metadata(ImageReference base) throws IOException, JibRefused {
        try {
            return Cache.withDirectory(folder)
                    .retrieveMetadata(com.google.cloud.tools.jib.api.ImageReference.parse(base.canonical()))
                    .orElse(null);
        } catch (CacheDirectoryCreationException | CacheCorruptedException | InvalidImageReferenceException refused) {
            throw new JibRefused(refused);
        }
    }

    private static boolean isFor(@Nullable ContainerConfigurationTemplate config, Platform platform) {
        return config != null
                && platform.architecture().equals(config.getArchitecture())
                && platform.os().equals(config.getOs());
    }
}
