package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The helpers of the big clouds, asked where no config names one, as jib does. Nobody asked for them by name, so one that
 * fails is noted and nothing more: a false alarm would be worse.
 */
final class WellKnownHelperSource implements CredentialSource {
    private final Function<ImageReference, List<String>> programs;
    private final CredentialHelpers helpers;

    private WellKnownHelperSource(Function<ImageReference, List<String>> programs, CredentialHelpers helpers) {
        this.programs = programs;
        this.helpers = helpers;
    }

    /** Those of all clouds, with -fips, China and the dual-stack names. */
    static WellKnownHelperSource ofClouds(DockerConfigSource docker, CredentialHelpers helpers) {
        return new WellKnownHelperSource(
                image -> docker.namesHelper(image) ? List.of() : programs(image.kind()), helpers);
    }

    /** Those that jib's library knows, whatever a config names: CredentialRetrieverFactory.wellKnownCredentialHelpers. */
    static WellKnownHelperSource ofJib(CredentialHelpers helpers) {
        return new WellKnownHelperSource(
                image -> image.host().endsWith("gcr.io")
                        ? List.of("docker-credential-gcr")
                        : image.host().endsWith("amazonaws.com") ? List.of("docker-credential-ecr-login") : List.of(),
                helpers);
    }

    @Override
    public SourceAnswer look(ImageReference image, Consumer<String> lookedAt) throws InterruptedException {
        SourceAnswer late = null;
        for (String program : programs.apply(image)) {
            if (!helpers.isInstalled(program)) {
                Path barred = helpers.barred(program);
                lookedAt.accept(program + (barred == null ? ": not on the PATH" : ": not executable, " + barred));
                continue;
            }
            HelperAnswer answer = helpers.ask(program, image.host());
            if (answer instanceof HelperAnswer.Holds holds) {
                lookedAt.accept(program + ", found on the PATH");
                return new SourceAnswer.Holds(new FoundCredential(
                        holds.credential(),
                        new CredentialOrigin(program + ", found on the PATH", null, null, false),
                        CredentialExpiry.of(holds.credential())));
            }
            if (answer instanceof HelperAnswer.Failed failed) {
                lookedAt.accept(
                        program + ", found on the PATH: " + failed.problem() + HelperAnswer.inBrackets(failed.words()));
                if (failed.why() == HelperAnswer.Why.LATE && late == null) {
                    late = late(program, failed);
                }
            }
            if (answer instanceof HelperAnswer.HoldsNone none) {
                lookedAt.accept(program + ", found on the PATH: has nothing for " + image.host()
                        + HelperAnswer.inBrackets(none.words()));
            }
        }
        return late == null ? new SourceAnswer.HoldsNone() : late;
    }

    /** A tool that is more patient has a login of it. */
    private static SourceAnswer late(String program, HelperAnswer.Failed failed) {
        return new SourceAnswer.PassedBy(new SourceAnswer.Broken(
                failed.cause(),
                "The credential helper " + program + " " + failed.problem() + ".",
                failed.words(),
                "See what it waits for by running it alone: " + program + " list"));
    }

    private static List<String> programs(RegistryKind kind) {
        return switch (kind) {
            case ECR, ECR_PUBLIC -> List.of("docker-credential-ecr-login");
            case ARTIFACT_REGISTRY, GCR -> List.of("docker-credential-gcr", "docker-credential-gcloud");
            case ACR -> List.of("docker-credential-acr-env");
            case DOCKER_HUB, GHCR, GENERIC -> List.of();
        };
    }
}
