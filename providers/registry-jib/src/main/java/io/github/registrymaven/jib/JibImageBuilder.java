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
import java.util.List;
import java.util.TreeSet;
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
        try {
            return plan.platforms().size() == 1 ? onePlatform(plan, workplace) : severalPlatforms(plan, workplace);
        } catch (IOException | ExecutionException | JibRefused failed) {
            return new BuildFailure(plan, workplace).of(failed);
        }
    }

    private static ImageBuild onePlatform(ImagePlan plan, Workplace workplace)
            throws IOException, ExecutionException, InterruptedException, JibRefused {
        Path tar = workplace.target().resolve("image.tar");
        Path part = workplace.target().resolve("image.tar.part");
        Leftovers.remove(tar);
        try {
            String digest = new JibRun(plan, workplace).write(plan.platforms().get(0), part);
            Files.move(part, tar);
            return new ImageBuild.Built(tar, digest);
        } finally {
            Leftovers.removeQuietly(part);
        }
    }

    private static ImageBuild severalPlatforms(ImagePlan plan, Workplace workplace)
            throws IOException, ExecutionException, InterruptedException, JibRefused {
        Path folder = workplace.target().resolve("image");
        Path part = workplace.target().resolve("image.part");
        Path tar = workplace.target().resolve("image.tar.part");
        Leftovers.remove(folder);
        Leftovers.remove(part);
        try {
            PlatformIndex index = new PlatformIndex(part);
            for (Platform platform : plan.platforms()) {
                index.add(platform, new JibRun(plan, workplace).write(platform, tar), tar);
            }
            String digest = index.write();
            Files.move(part, folder);
            return new ImageBuild.Built(folder, digest);
        } finally {
            Leftovers.removeQuietly(tar);
            Leftovers.removeQuietly(part);
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

    /** Once each: what is there for newer versions of Java, too (JEP 238), is the same class. */
    private static List<String> sorted(List<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }
}
