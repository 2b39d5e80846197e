package io.github.registrymaven.aws;

import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/** A repository on ECR Public, which is for everybody on purpose and has nothing else to be set up. */
final class PublicState {
    private PublicState() {}

    static RepositoryState of(Place place, String repository) {
        return new RepositoryState(
                RegistryKind.ECR_PUBLIC,
                place.host() + "/" + repository,
                repository,
                RepositoryState.Source.LIVE,
                place.host(),
                new Setting.Inapplicable<>("ECR Public has no immutable tags"),
                new Setting.Inapplicable<>("ECR Public has no lifecycle policies"),
                new Setting.Inapplicable<>("ECR Public does not scan"),
                new Setting.Inapplicable<>("ECR Public leaves no choice of keys"),
                new Setting.Seen<>(
                        new Exposure(
                                Exposure.Reach.ANONYMOUS,
                                List.of("everybody may pull from " + place.host() + " without a login")),
                        place.host()),
                RepositoryState.noAdminUser());
    }
}
