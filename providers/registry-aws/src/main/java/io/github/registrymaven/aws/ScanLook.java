package io.github.registrymaven.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchGetRepositoryScanningConfigurationResponse;
import software.amazon.awssdk.services.ecr.model.GetRegistryScanningConfigurationResponse;
import software.amazon.awssdk.services.ecr.model.RegistryScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryScanningConfiguration;

/** How repositories are scanned, as it takes effect: the registry's own settings overrule those of a repository. */
final class ScanLook {
    private static final int MOST_NAMES = 25;
    private static final String ENHANCED = "ENHANCED";

    private final EcrClient ecr;
    private final Map<String, Sight> effective = new HashMap<>();
    private @Nullable Answer<GetRegistryScanningConfigurationResponse> registry;

    private ScanLook(EcrClient ecr) {
        this.ecr = ecr;
    }

    /** What is known of one repository. */
    sealed interface Sight {}

    /** Pushes are scanned. */
    record Scanned(String words) implements Sight {}

    /** Pushes are not scanned, and the repository's own setting would change that. */
    record Off() implements Sight {}

    /** Pushes are not scanned, and the repository's own setting would not change that. */
    record OverruledByRegistry(String words) implements Sight {}

    /** AWS does not tell. */
    record NotShown(Trouble trouble) implements Sight {}

    /** Asks about repositories that exist, 25 with one request. */
    static ScanLook at(EcrClient ecr, List<String> names) throws InterruptedException {
        ScanLook look = new ScanLook(ecr);
        for (int from = 0; from < names.size(); from += MOST_NAMES) {
            List<String> some = names.subList(from, Math.min(names.size(), from + MOST_NAMES));
            Answer<BatchGetRepositoryScanningConfigurationResponse> answer =
                    Answer.to(() -> ecr.batchGetRepositoryScanningConfiguration(ask -> ask.repositoryNames(some)));
            if (answer instanceof Answer.Given<BatchGetRepositoryScanningConfigurationResponse> given) {
                given.value()
                        .scanningConfigurations()
                        .forEach(one -> look.effective.put(one.repositoryName(), sight(one)));
            } else {
                Trouble trouble = ((Answer.None<BatchGetRepositoryScanningConfigurationResponse>) answer).trouble();
                some.forEach(name -> look.effective.put(name, new NotShown(trouble)));
            }
        }
        return look;
    }

    private static Sight sight(RepositoryScanningConfiguration one) {
        String frequency = one.scanFrequencyAsString();
        return frequency == null || frequency.equals("MANUAL") ? new Off() : new Scanned("it is scanned: " + frequency);
    }

    /** What takes effect for one of them. */
    Sight of(Repository repository) throws InterruptedException {
        boolean own = repository.imageScanningConfiguration() != null
                && Boolean.TRUE.equals(repository.imageScanningConfiguration().scanOnPush());
        Sight sight = effective.getOrDefault(repository.repositoryName(), new NotShown(RepositoryLookup.leftOut()));
        if (!(sight instanceof Off)) {
            return sight;
        }
        if (own) {
            return new OverruledByRegistry(
                    "it says that pushes are scanned, and the registry's own settings, which are the"
                            + " account's and stay as they are, overrule it");
        }
        if (registry == null) {
            registry = Answer.to(() -> ecr.getRegistryScanningConfiguration(ask -> {}));
        }
        if (registry instanceof Answer.None<GetRegistryScanningConfigurationResponse> none) {
            return new NotShown(none.trouble());
        }
        RegistryScanningConfiguration settings = ((Answer.Given<GetRegistryScanningConfigurationResponse>) registry)
                .value()
                .scanningConfiguration();
        boolean decides = settings != null
                && (ENHANCED.equals(settings.scanTypeAsString())
                        || !settings.rules().isEmpty());
        return decides
                ? new OverruledByRegistry(
                        "it is not scanned, as no rule of the registry's scanning is for it; those rules are"
                                + " the account's and stay as they are: aws ecr get-registry-scanning-configuration shows them")
                : sight;
    }
}
