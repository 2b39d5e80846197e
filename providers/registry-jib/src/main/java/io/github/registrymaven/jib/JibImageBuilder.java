package io.github.registrymaven.jib;

import com.google.cloud.tools.jib.api.MainClassFinder;
import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.artifact.ImageBuilder;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.Platform;
import io.github.registrymaven.artifact.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Builds images with Jib Core. Jib gets everything by value: it looks for no credential itself, and nothing of it is set for
 * the whole JVM.
 */
public final class JibImageBuilder implements ImageBuilder {
    @Override
    public ImageBuild build(ImagePlan plan, Workplace workplace) throws InterruptedException {
        if (plan.base() != null && plan.base().digest() == null) {
            return new BaseWithoutDigest(plan.base(), workplace).refusal();
        }
        Path tar = workplace.target().resolve("image.tar");
        try {
            Leftovers.remove(tar);
            if (plan.platforms().size() == 1) {
                String digest =
                        new JibRun(plan, workplace).write(plan.platforms().get(0), tar);
                return new ImageBuild.Built(tar, digest);
            }
            return severalPlatforms(plan, workplace);
        } catch (IOException | ExecutionException | JibRefused failed) {
            Leftovers.removeQuietly(tar);
            return new BuildFailure(plan, workplace).of(failed);
        }
    }

    private static ImageBuild severalPlatforms(ImagePlan plan, Workplace workplace)
            throws IOException, ExecutionException, InterruptedException, JibRefused {
        Path folder = workplace.target().resolve("image");
        Leftovers.remove(folder);
        try {
            PlatformIndex index = new PlatformIndex(folder);
            for (Platform platform : plan.platforms()) {
                Path tar = workplace
                        .target()
                        .resolve("image-" + platform.toString().replace('/', '-') + ".tar");
                try {
                    index.add(platform, new JibRun(plan, workplace).write(platform, tar), tar);
                } finally {
                    Leftovers.removeQuietly(tar);
                }
            }
            return new ImageBuild.Built(folder, index.write());
        } catch (IOException | ExecutionException | JibRefused failed) {
            Leftovers.removeQuietly(folder);
            throw failed;
        }
    }

    @Override
    public List<String> mainClasses(Path classes) {
        try (Stream<Path> found = Files.isDirectory(classes) ? Files.walk(classes) : Stream.empty()) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
            MainClassFinder.Result result = MainClassFinder.find(files, told -> {});
            return switch (result.getType()) {
                case MAIN_CLASS_FOUND -> List.of(result.getFoundMainClass());
                case MULTIPLE_MAIN_CLASSES -> sorted(result.getFoundMainClasses());
                case MAIN_CLASS_NOT_FOUND -> List.of();
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(classes + " cannot be read", unreadable);
        }
    }

    private static List<String> sorted(List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(null);
        return List.copyOf(sorted);
    }
}
