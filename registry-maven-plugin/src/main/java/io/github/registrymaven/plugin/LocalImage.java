package io.github.registrymaven.plugin;

import io.github.registrymaven.image.BrokenImage;
import io.github.registrymaven.image.FinishedImage;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The image at hand, which a tag in the registry may already point to. */
final class LocalImage {
    private LocalImage() {}

    /** The images with the digest of what will be pushed to them, where that is known. */
    static List<RequestedImage> beside(@Nullable File source, List<RequestedImage> images) throws ConfigurationProblem {
        String digest = source == null ? null : digest(source);
        return images.stream()
                .map(image -> new RequestedImage(image.reference(), image.foundIn(), digest, image.terms()))
                .collect(Collectors.toList());
    }

    /** Null where it is not known yet: nothing is there before it is built, and a docker-archive is still to be compressed. */
    private static @Nullable String digest(File source) throws ConfigurationProblem {
        if (!source.exists()) {
            return null;
        }
        try (ImageSource image = ImageSource.open(source.toPath())) {
            return image instanceof FinishedImage
                    ? ((FinishedImage) image).root().descriptor().digest()
                    : null;
        } catch (BrokenImage broken) {
            throw new ConfigurationProblem("registry.source cannot be pushed: " + broken.getMessage(), broken);
        } catch (IOException unreadable) {
            throw new ConfigurationProblem(
                    "registry.source is " + source + ", which cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
