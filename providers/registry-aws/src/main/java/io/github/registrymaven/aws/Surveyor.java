package io.github.registrymaven.aws;

import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.reference.ImageReference;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchCheckLayerAvailabilityRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Asks AWS about one registry, and makes of the answers what can be judged without asking again. */
final class Surveyor {
    /** Harmless questions are asked for each repository by itself, so only where they are few. */
    private static final int MOST_READS = 3;

    /** Three from the start, and the reads of three repositories. */
    private static final int AT_ONCE = 3 + 2 * MOST_READS;

    private final Place place;
    private final AwsSettings settings;
    private final Clients clients;
    private final Caller.Known caller;

    Surveyor(Access.Open access) {
        this.place = access.place();
        this.settings = access.settings();
        this.clients = access.clients();
        this.caller = access.caller();
    }

    Survey survey(List<ImageReference> images) throws InterruptedException {
        List<String> names =
                images.stream().map(ImageReference::repository).distinct().toList();
        long start = System.nanoTime();
        try (Questions questions = new Questions(AT_ONCE);
                StsClient sts = clients.sts(caller.provider())) {
            Answer<GetCallerIdentityResponse> whoami = Answer.to(sts::getCallerIdentity);
            if (whoami instanceof Answer.None<GetCallerIdentityResponse> none) {
                return WhoamiFinding.unasked(place, caller, none.trouble(), settings);
            }
            GetCallerIdentityResponse who = ((Answer.Given<GetCallerIdentityResponse>) whoami).value();
            Facts facts = facts(who, names, questions);
            return new AwsSurvey(
                    place,
                    caller,
                    facts,
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }

    private Facts facts(GetCallerIdentityResponse who, List<String> names, Questions questions)
            throws InterruptedException {
        Arn arn = new Arn(String.valueOf(who.arn()));
        String account = String.valueOf(who.account());
        Pusher pusher = Pusher.of(arn, caller);
        Instant expires = expires();
        if (place.isPublic()) {
            return nothingMore(arn, pusher, expires, account);
        }
        try (EcrClient ecr = clients.ecr(caller.provider())) {
            RepositoryLookup lookup = new RepositoryLookup(ecr, place.account());
            Future<Map<String, RepositorySeen>> looking = questions.ask(() -> lookup.look(names));
            Future<Answer<String>> token = questions.ask(() -> token(ecr));
            Future<Simulation> simulating = questions.ask(() -> simulate(arn, names));
            Map<String, RepositorySeen> seen = Questions.result(looking);
            Simulation simulation = Questions.result(simulating);
            List<String> absent = names.stream()
                    .filter(name -> seen.get(name) instanceof RepositorySeen.Absent)
                    .toList();
            return new Facts(
                    arn,
                    pusher,
                    expires,
                    account,
                    Questions.result(token),
                    seen,
                    lookup.listed(),
                    creation(ecr, account, absent),
                    simulation,
                    reads(ecr, names, seen, simulation, questions),
                    new PolicyLook(ecr, place.account()).without(doubtful(names, seen, simulation)),
                    elsewhere(absent));
        }
    }

    /** AWS has just been asked with them, so they are there. */
    private @Nullable Instant expires() throws InterruptedException {
        return Answer.to(() -> caller.provider().resolveCredentials().expirationTime())
                        instanceof Answer.Given<Optional<Instant>> given
                ? given.value().orElse(null)
                : null;
    }

    private static Facts nothingMore(Arn arn, Pusher pusher, @Nullable Instant expires, String account) {
        return new Facts(
                arn,
                pusher,
                expires,
                account,
                null,
                Map.of(),
                null,
                Creation.notAsked(),
                Simulation.silent("it was not asked"),
                Map.of(),
                Set.of(),
                Map.of());
    }

    /** The login itself is thrown away: that it can be had is the answer. */
    private static Answer<String> token(EcrClient ecr) throws InterruptedException {
        return Answer.to(() -> ecr.getAuthorizationToken().authorizationData().isEmpty() ? "none" : "one");
    }

    private Simulation simulate(Arn arn, List<String> names) throws InterruptedException {
        try (var iam = clients.iam(caller.provider())) {
            return Simulation.of(
                    iam, arn, names.stream().map(place::repositoryArn).toList());
        }
    }

    private Creation creation(EcrClient ecr, String account, List<String> absent) throws InterruptedException {
        if (absent.isEmpty()) {
            return Creation.notAsked();
        }
        return account.equals(place.account()) ? Creation.ask(ecr, place.account()) : Creation.otherAccount();
    }

    private Map<String, Facts.Read> reads(
            EcrClient ecr,
            List<String> names,
            Map<String, RepositorySeen> seen,
            Simulation simulation,
            Questions questions)
            throws InterruptedException {
        if (simulation.silence() == null) {
            return Map.of();
        }
        Map<String, Future<Facts.Read>> asked = new HashMap<>();
        names.stream()
                .filter(name -> !(seen.get(name) instanceof RepositorySeen.Absent))
                .limit(MOST_READS)
                .forEach(name -> {
                    asked.put(
                            PushAction.BATCH_CHECK_LAYER_AVAILABILITY.id() + " " + name,
                            questions.ask(() -> checkLayer(ecr, name)));
                    asked.put(PushAction.BATCH_GET_IMAGE.id() + " " + name, questions.ask(() -> getImage(ecr, name)));
                });
        Map<String, Facts.Read> reads = new HashMap<>();
        for (Map.Entry<String, Future<Facts.Read>> entry : asked.entrySet()) {
            reads.put(entry.getKey(), Questions.result(entry.getValue()));
        }
        return reads;
    }

    private Facts.Read checkLayer(EcrClient ecr, String name) throws InterruptedException {
        return read(Answer.to(() -> ecr.batchCheckLayerAvailability(BatchCheckLayerAvailabilityRequest.builder()
                .registryId(place.account())
                .repositoryName(name)
                .layerDigests(RepositoryLookup.NO_DIGEST)
                .build())));
    }

    private Facts.Read getImage(EcrClient ecr, String name) throws InterruptedException {
        return read(Answer.to(() -> ecr.batchGetImage(BatchGetImageRequest.builder()
                .registryId(place.account())
                .repositoryName(name)
                .imageIds(ImageIdentifier.builder()
                        .imageDigest(RepositoryLookup.NO_DIGEST)
                        .build())
                .build())));
    }

    private static Facts.Read read(Answer<?> answer) {
        return new Facts.Read(answer instanceof Answer.None<?> none ? none.trouble() : null);
    }

    /** The repositories that are there, and of which the simulation says that nothing allows what a push needs. */
    private List<String> doubtful(List<String> names, Map<String, RepositorySeen> seen, Simulation simulation) {
        return names.stream()
                .filter(name -> !(seen.get(name) instanceof RepositorySeen.Absent))
                .filter(name -> PushAction.onRepository().stream().anyMatch(action -> {
                    Simulation.Word word = simulation.about(action, place.repositoryArn(name));
                    return word != null && !word.allowed() && !word.explicit();
                }))
                .toList();
    }

    /** Where the build's own region is another than the host's, the repository may be there: one request tells. */
    private Map<String, String> elsewhere(List<String> absent) throws InterruptedException {
        String own = ownRegion();
        if (absent.isEmpty() || own == null || own.equals(place.region())) {
            return Map.of();
        }
        try (EcrClient ecr = clients.ecr(caller.provider(), own)) {
            Map<String, String> there = new HashMap<>();
            new RepositoryLookup(ecr, place.account())
                    .look(List.copyOf(new TreeSet<>(absent)))
                    .forEach((name, seen) -> {
                        if (seen instanceof RepositorySeen.There) {
                            there.put(name, own);
                        }
                    });
            return there;
        }
    }

    private @Nullable String ownRegion() {
        String said = settings.variable("AWS_REGION") == null
                ? settings.variable("AWS_DEFAULT_REGION")
                : settings.variable("AWS_REGION");
        String region = said != null || settings.profile() == null
                ? said
                : settings.profile().property("region").orElse(null);
        return region != null && region.matches("[a-z]{2,}(-[a-z]+)+-\\d+") ? region : null;
    }
}
