package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The helpers of the big clouds, asked where no config names one, as jib does. Nobody asked for them by name, so one that
 * fails is noted and nothing more: a false alarm would be worse.
 */
final class WellKnownHelperSource implements CredentialSource {
    // With -fips, China and the dual-stack names.
    private static final Pattern ECR = Pattern.compile(
            "[0-9]{12}\\.dkr[.-]ecr(-fips)?\\.[a-z0-9-]+\\.(amazonaws\\.com(\\.cn)?|on\\.(aws|amazonwebservices\\.com\\.cn))");

    private final DockerConfigSource docker;
    private final CredentialHelpers helpers;

    WellKnownHelperSource(DockerConfigSource docker, CredentialHelpers helpers) {
        this.docker = docker;
        this.helpers = helpers;
    }

    @Override
    public SourceAnswer look(ImageReference image, Consumer<String> lookedAt) throws InterruptedException {
        if (docker.namesHelper(image)) {
            return new SourceAnswer.HoldsNone();
        }
        for (String program : programs(RegistryNames.withoutPort(image.host()))) {
            if (!helpers.isInstalled(program)) {
                lookedAt.accept(program + ": not on the PATH");
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
            }
            if (answer instanceof HelperAnswer.HoldsNone none) {
                lookedAt.accept(program + ", found on the PATH: has nothing for " + image.host()
                        + HelperAnswer.inBrackets(none.words()));
            }
        }
        return new SourceAnswer.HoldsNone();
    }

    private static List<String> programs(String host) {
        if (ECR.matcher(host).matches() || host.equals("public.ecr.aws")) {
            return List.of("docker-credential-ecr-login");
        }
        if (host.equals("gcr.io") || host.endsWith(".gcr.io") || host.endsWith("-docker.pkg.dev")) {
            return List.of("docker-credential-gcr", "docker-credential-gcloud");
        }
        if (host.endsWith(".azurecr.io") || host.endsWith(".azurecr.cn") || host.endsWith(".azurecr.us")) {
            return List.of("docker-credential-acr-env");
        }
        return List.of();
    }
}
