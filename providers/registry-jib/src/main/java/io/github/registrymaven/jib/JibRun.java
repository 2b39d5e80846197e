package io.github.registrymaven.jib;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.Platform;
import io.github.registrymaven.artifact.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of Jib, for one platform. */
final class JibRun {
    /** What Jib says when it has the manifest, before it believes anything in it. */
    private static final String DIGEST_SEEN = "Using base image with digest: ";

    /** Jib repeats what cannot come out differently, such as a certificate that is not trusted, for most of a minute. */
    private static final String ABOUT_TO_RETRY = "failed and will be retried";

    private final ImagePlan plan;
    private final Workplace workplace;

    JibRun(ImagePlan plan, Workplace workplace) {
        this.plan = plan;
        this.workplace = workplace;
    }

    /** Writes an OCI layout in a tar; returns the image's digest. */
    String write(Platform platform, Path tar) throws IOException, ExecutionException, InterruptedException, JibRefused {
        io.github.registrymaven.reference.ImageReference base = plan.base();
        if (base == null) {
            return run(null, null, platform, tar);
        }
        String written = run(base.canonical(), base.digest(), platform, tar);
        String child = BaseCache.at(baseCache()).manifestOf(base, platform);
        // The base is an index. Jib takes the registry's word for the manifest that it names, so the image is built
        // once more
        // from that one by its digest, which is then verified like any other. The layers are there by now.
        return child == null ? written : run(base.name() + "@" + child, child, platform, tar);
    }

    /** The digest that the base image has now; Jib is stopped as soon as it says so. */
    static @Nullable String digestNow(String base, Workplace workplace)
            throws IOException, ExecutionException, InterruptedException, JibRefused {
        String[] seen = new String[1];
        try {
            JibRun run = new JibRun(ImagePlan.of(null, List.of(), List.of()), workplace);
            run.run(base, Platform.USUAL, workplace.target().resolve("image.tar"), digest -> {
                seen[0] = digest;
                throw new Enough();
            });
        } catch (ExecutionException stopped) {
            if (seen[0] == null) {
                throw stopped;
            }
        }
        return seen[0];
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private String run(@Nullable String base, @Nullable String digest, Platform platform, Path tar)
            throws IOException, ExecutionException, InterruptedException, JibRefused {
        return run(base, platform, tar, sent -> {
            // Jib itself does not compare them (0.28.1). Thrown here, nothing of it has reached the cache.
            if (!sent.equals(digest)) {
                throw new WrongDigest(String.valueOf(digest), sent);
            }
        });
    }

    private String run(@Nullable String base, Platform platform, Path tar, Consumer<String> baseDigest)
            throws IOException, ExecutionException, InterruptedException, JibRefused {
        ExecutorService threads = Executors.newCachedThreadPool(JibRun::daemon);
        try {
            JibContainerBuilder image = new JibPlan(plan).onto(from(base), platform);
            Containerizer containerizer = Containerizer.to(TarImage.at(tar).named("image"))
                    .setBaseImageLayersCache(baseCache())
                    .setApplicationLayersCache(workplace.cache().resolve("layers"))
                    .setOfflineMode(workplace.offline())
                    .setAllowInsecureRegistries(workplace.insecure())
                    .setToolName("registry-maven")
                    .setExecutorService(threads)
                    .addEventHandler(LogEvent.class, event -> told(event, baseDigest));
            return written(image, containerizer, tar);
        } catch (RegistryException | CacheDirectoryCreationException | InvalidImageReferenceException refused) {
            throw new JibRefused(refused);
        } finally {
            end(threads);
        }
    }

    private String written(JibContainerBuilder image, Containerizer containerizer, Path tar)
            throws IOException, ExecutionException, InterruptedException, JibRefused, RegistryException,
                    CacheDirectoryCreationException {
        if (workplace.proxies() != null) {
            try {
                return ProxiedSteps.of(image, containerizer, workplace.proxies(), workplace.insecure())
                        .write(tar);
            } catch (ProxiedSteps.OtherJib withoutThem) {
                workplace.told().accept(withoutThem.getMessage());
            }
        }
        return image.containerize(containerizer).getDigest().toString();
    }

    private static Thread daemon(Runnable step) {
        Thread thread = new Thread(step, "registry-jib");
        thread.setDaemon(true);
        return thread;
    }

    /** Where one step fails, Jib leaves the others running: they would write into folders that are tidied up by then. */
    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void told(LogEvent event, Consumer<String> baseDigest) {
        if (event.getMessage().startsWith(DIGEST_SEEN)) {
            baseDigest.accept(event.getMessage().substring(DIGEST_SEEN.length()).strip());
        }
        if (event.getMessage().endsWith(ABOUT_TO_RETRY) && !workplace.insecure() && plan.base() != null) {
            TlsKnock.at(plan.base(), workplace.proxies());
        }
        // Debug has headers of requests in it, and what is told goes to the build's log.
        if (event.getLevel() == LogEvent.Level.LIFECYCLE
                || event.getLevel() == LogEvent.Level.PROGRESS
                || event.getLevel() == LogEvent.Level.WARN) {
            workplace.told().accept(event.getMessage());
        }
    }

    private JibContainerBuilder from(@Nullable String base) throws InvalidImageReferenceException {
        if (base == null) {
            return Jib.fromScratch();
        }
        RegistryImage image = RegistryImage.named(ImageReference.parse(base));
        JibLogin.of(workplace.credential()).ifPresent(login -> image.addCredential(login.username(), login.password()));
        return Jib.from(image);
    }

    private Path baseCache() {
        return workplace.cache().resolve("base");
    }
}
