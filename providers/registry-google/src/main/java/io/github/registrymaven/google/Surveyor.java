package io.github.registrymaven.google;

import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.reference.ImageReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Asks Google about the images on one host, and makes of the answers what can be judged without asking again. */
final class Surveyor {
    private static final int AT_ONCE = 16;
    /** What is amiss is looked into for the first few; the rest is most likely alike. */
    private static final int MOST_LOOKED_INTO = 10;

    private final Callers callers;
    private final ArtifactRegistry registry;
    private final Impersonation iam;
    private final NearMisses nearMisses;
    private final DockerHelpers helpers;
    private final Semaphore lookedInto = new Semaphore(MOST_LOOKED_INTO);
    private final Semaphore atOnce = new Semaphore(AT_ONCE);

    Surveyor(
            Callers callers,
            ArtifactRegistry registry,
            Impersonation iam,
            NearMisses nearMisses,
            DockerHelpers helpers) {
        this.callers = callers;
        this.registry = registry;
        this.iam = iam;
        this.nearMisses = nearMisses;
        this.helpers = helpers;
    }

    /** A repository as one caller sees it. */
    private record Question(Place place, Caller caller) {}

    Survey survey(List<ImageReference> images, CredentialResolver logins) throws InterruptedException {
        long start = System.nanoTime();
        Map<ImageReference, Question> questions = new LinkedHashMap<>();
        Map<ImageReference, Caller> asked = new HashMap<>();
        for (ImageReference image : images) {
            Caller caller = callers.of(logins.resolve(image));
            asked.put(image, caller);
            Place place = Place.of(image);
            if (place != null) {
                questions.put(image, new Question(place, caller));
            }
        }
        Map<Question, About> answers =
                answers(List.copyOf(questions.values()).stream().distinct().toList());
        Map<ImageReference, About> about = new HashMap<>();
        questions.forEach((image, question) -> {
            About answer = answers.get(question);
            if (answer != null) {
                about.put(image, answer);
            }
        });
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new GoogleSurvey(asked, about, helpers, millis);
    }

    private Map<Question, About> answers(List<Question> questions) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "registry-google");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Question, Future<About>> asking = new LinkedHashMap<>();
            for (Question question : questions) {
                Session session = question.caller().session();
                if (session != null) {
                    asking.put(question, threads.submit(() -> about(question, session, threads)));
                }
            }
            Map<Question, About> answers = new HashMap<>();
            for (Map.Entry<Question, Future<About>> each : asking.entrySet()) {
                answers.put(each.getKey(), result(each.getValue()));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private About about(Question question, Session session, ExecutorService threads) throws InterruptedException {
        atOnce.acquire();
        try {
            Place place = question.place();
            Future<Grants> testing = threads.submit(() -> registry.test(place, session));
            RepositorySeen seen = registry.look(place, session);
            Grants grants = result(testing);
            boolean absent = seen instanceof RepositorySeen.Absent;
            boolean creates = absent && place.gcr();
            boolean hidden = seen instanceof RepositorySeen.Hidden hiding
                    && hiding.trouble().isDenied()
                    && grants.granted().isEmpty();
            List<String> missing = missing(grants, creates);
            boolean amiss = absent || hidden || !missing.isEmpty();
            boolean more = amiss && lookedInto.tryAcquire();
            boolean unseen = more && (absent || hidden);
            boolean lacking = more && !missing.isEmpty();
            return new About(
                    place,
                    question.caller(),
                    session,
                    seen,
                    grants,
                    creates ? onProject(place, session) : null,
                    unseen ? nearMisses.of(place, session) : List.of(),
                    lacking ? LeastRole.of(iam, session, missing) : LeastRole.documented(creates));
        } finally {
            atOnce.release();
        }
    }

    private static List<String> missing(Grants grants, boolean creates) {
        List<String> missing = new ArrayList<>();
        for (String permission : PushPermission.ids()) {
            if (Boolean.FALSE.equals(grants.has(permission))) {
                missing.add(permission);
            }
        }
        if (creates) {
            missing.add(PushPermission.CREATE_ON_PUSH);
        }
        return missing;
    }

    /** What is granted on the project is granted on the repository that a push creates in it. */
    private Grants onProject(Place place, Session session) throws InterruptedException {
        List<String> asked = new ArrayList<>(PushPermission.ids());
        asked.add(PushPermission.CREATE_ON_PUSH);
        return registry.testProject(place.project(), asked, session);
    }

    private static <T> T result(Future<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new IllegalStateException("a question to Google failed by itself", failed.getCause());
        }
    }
}
