package io.github.registrymaven.plugin;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.image.BrokenImage;
import io.github.registrymaven.image.FinishedImage;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The image at hand, which a tag in the registry may already point to. */
final class LocalImage {
    private LocalImage() {}

    /** The images with the digest of what will be pushed to them, where that is known. */
    static List<RequestedImage> beside(@Nullable File source, List<RequestedImage> images) throws ConfigurationProblem {
        String digest = source == null ? null : digest(source);
        return withDigest(digest, images);
    }

    /** The same of an image that is open. */
    static List<RequestedImage> beside(ImageSource source, List<RequestedImage> images) {
        return withDigest(digest(source), images);
    }

    private static List<RequestedImage> withDigest(@Nullable String digest, List<RequestedImage> images) {
        return images.stream()
                .map(image -> new RequestedImage(image.reference(), image.foundIn(), digest, image.terms()))
                .collect(Collectors.toList());
    }

    /** Null where it is not known yet: nothing is there before it is built. */
    private static @Nullable String digest(File source) throws ConfigurationProblem {
        if (!source.exists()) {
            return null;
        }
        try (ImageSource image = open(source.toPath())) {
            return digest(image);
        } catch (IOException unreadable) {
            throw unreadable(source.toPath(), unreadable);
        }
    }

    /** Null where it is not known yet: a docker-archive is still to be compressed. */
    private static @Nullable String digest(ImageSource image) {
        return image instanceof FinishedImage
                ? ((FinishedImage) image).root().descriptor().digest()
                : null;
    }

    /** The image, opened; what is wrong with it is told with its place and what to do. */
    static ImageSource open(Path source) throws ConfigurationProblem {
        try {
            return ImageSource.open(source);
        } catch (BrokenImage broken) {
            String remedy = broken.why() == Cause.LOCAL_IMAGE_MISSING
                    ? "Build or save it before this goal runs, or correct registry.source"
                    : "Build or save it again, or correct registry.source";
            throw new ConfigurationProblem(
                    "the image at hand cannot be pushed: " + broken.getMessage() + " ("
                            + broken.why().id() + "). " + remedy,
                    broken);
        } catch (IOException unreadable) {
            throw unreadable(source, unreadable);
        }
    }

    private static ConfigurationProblem unreadable(Path source, IOException reason) {
        return new ConfigurationProblem(source + " cannot be read: " + reason.getMessage(), reason);
    }
}
