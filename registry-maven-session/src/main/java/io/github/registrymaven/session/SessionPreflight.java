package io.github.registrymaven.session;

import io.github.registrymaven.preflight.CloudLogin;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Preflight;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.provider.CloudOnDemand;
import io.github.registrymaven.provider.LoginOnDemand;
import io.github.registrymaven.provider.Providers;
import io.github.registrymaven.report.PreflightJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * A preflight within a Maven session: with the logins and proxies of settings.xml, and each distinct question asked once
 * for all modules of the build.
 */
public final class SessionPreflight {
    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final List<ControlPlane> clouds;
    private final List<CloudLogin> logins;
    private final PreflightJson json = new PreflightJson();

    /** Asks registries, and no cloud. */
    public SessionPreflight(MavenSession session, SettingsDecrypter decrypter) {
        this(session, decrypter, List.of(), List.of());
    }

    /**
     * Asks registries and, where an image is on a cloud, that cloud.
     *
     * @param system what a cloud's module is resolved with
     */
    public SessionPreflight(MavenSession session, SettingsDecrypter decrypter, RepositorySystem system) {
        this(
                session,
                decrypter,
                CloudOnDemand.all(Providers.of(session, system)),
                LoginOnDemand.all(Providers.of(session, system)));
    }

    private SessionPreflight(
            MavenSession session, SettingsDecrypter decrypter, List<ControlPlane> clouds, List<CloudLogin> logins) {
        this.session = session;
        this.decrypter = decrypter;
        this.clouds = List.copyOf(clouds);
        this.logins = List.copyOf(logins);
    }

    /** Answers from what other modules found out, and asks only what nobody asked yet. */
    public PreflightReport run(PreflightRequest request) throws InterruptedException {
        long start = System.nanoTime();
        AtomicInteger requests = new AtomicInteger();
        Map<String, ImageReport> mine = new HashMap<>();
        Map<String, RequestedImage> questions = new LinkedHashMap<>();
        request.images().forEach(image -> questions.putIfAbsent(request.question(image), image));
        Map<String, Supplier<String>> answers = SharedVerdicts.of(
                        session.getRepositorySession().getData())
                .answer(questions.keySet(), unanswered -> {
                    PreflightReport report = askAnew(
                            request.only(unanswered.stream().map(questions::get).collect(Collectors.toList())));
                    requests.addAndGet(report.requests());
                    return byQuestion(unanswered, report, mine);
                });
        List<ImageReport> images = new ArrayList<>();
        for (RequestedImage image : request.images()) {
            String question = request.question(image);
            ImageReport report = mine.get(question);
            if (report == null) {
                report = json.readImage(
                        Objects.requireNonNull(answers.get(question)).get());
            }
            images.add(report.foundIn(image.foundIn()));
        }
        return PreflightReport.of(
                requests.get(), Duration.ofNanos(System.nanoTime() - start).toMillis(), images);
    }

    /**
     * The same for pushes that come later in this build: what may have passed by then is no failure yet, and is asked again when
     * the push comes.
     */
    public PreflightReport runAhead(PreflightRequest request) throws InterruptedException {
        PreflightReport report = run(request);
        List<ImageReport> ahead = new ArrayList<>();
        for (int i = 0; i < report.images().size(); i++) {
            ImageReport now = report.images().get(i);
            ImageReport later = now.ahead();
            if (later.verdict() != now.verdict()) {
                SharedVerdicts.of(session.getRepositorySession().getData())
                        .forget(request.question(request.images().get(i)));
            }
            ahead.add(later);
        }
        return PreflightReport.of(report.requests(), report.durationMillis(), ahead);
    }

    /** Asks once more, whatever is known in this build: something has happened since. */
    public PreflightReport askAnew(PreflightRequest request) throws InterruptedException {
        return Preflight.run(
                request, SessionSurroundings.of(session, decrypter).with(clouds).loggingInWith(logins));
    }

    /** Whether no other module of this build has told the same about this image: what is said once is not said twice. */
    public boolean isFirstToTell(ImageReport image) {
        // All that there is to say of one that is well is that it is.
        return isFirstToTell(
                image.isWell()
                        ? image.verdict() + " " + image.reference() + " found in " + image.foundIn()
                        : json.writeImage(image));
    }

    /** Whether no other module of this build has said the same. */
    public boolean isFirstToTell(String sentence) {
        return SharedVerdicts.of(session.getRepositorySession().getData()).isFirstToTell(sentence);
    }

    /** Who asked has no need to read the answer back. */
    private Map<String, Supplier<String>> byQuestion(
            List<String> questions, PreflightReport report, Map<String, ImageReport> mine) {
        Map<String, Supplier<String>> answers = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            ImageReport image = report.images().get(i);
            mine.put(questions.get(i), image);
            answers.put(questions.get(i), () -> json.writeImage(image));
        }
        return answers;
    }
}
