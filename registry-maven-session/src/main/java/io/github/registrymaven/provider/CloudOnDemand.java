package io.github.registrymaven.provider;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A cloud whose module comes into the build when an image first names that cloud. Where it cannot be had, that is a finding
 * of the image, and its registry is asked as any other.
 */
public final class CloudOnDemand implements ControlPlane {
    private final Providers providers;
    private final CloudModule module;

    private CloudOnDemand(Providers providers, CloudModule module) {
        this.providers = providers;
        this.module = module;
    }

    /** Every cloud that there is a module for. */
    public static List<ControlPlane> all(Providers providers) {
        return CloudModule.each(module -> new CloudOnDemand(providers, module));
    }

    @Override
    public boolean serves(ImageReference image) {
        return module.knows(image);
    }

    @Override
    public Survey survey(SurveyRequest request) throws InterruptedException {
        return survey(request, image -> new CredentialLookup.None(List.of()));
    }

    @Override
    public Survey survey(SurveyRequest request, CredentialResolver logins) throws InterruptedException {
        ProviderLookup<ControlPlane> lookup = providers.find(ControlPlane.class, module.artifactId());
        if (!(lookup instanceof ProviderLookup.Found)) {
            ProviderLookup.Missing<ControlPlane> missing = (ProviderLookup.Missing<ControlPlane>) lookup;
            return new Unasked(request.host(), missing.reason(), missing.evidence(), missing.remedies());
        }
        try {
            return ((ProviderLookup.Found<ControlPlane>) lookup).provider().survey(request, logins);
        } catch (RuntimeException | LinkageError broken) {
            // The cloud's word comes on top: that it is not to be had may break no build.
            return new Unasked(
                    request.host(), module.artifactId() + " failed by itself", List.of(broken.toString()), List.of());
        }
    }

    @Override
    public List<RepositoryState> states(SurveyRequest request) throws InterruptedException {
        ProviderLookup<ControlPlane> lookup = providers.find(ControlPlane.class, module.artifactId());
        if (!(lookup instanceof ProviderLookup.Found)) {
            return unseen(request, ((ProviderLookup.Missing<ControlPlane>) lookup).reason());
        }
        try {
            return ((ProviderLookup.Found<ControlPlane>) lookup).provider().states(request);
        } catch (RuntimeException | LinkageError broken) {
            return unseen(request, module.artifactId() + " failed by itself: " + broken);
        }
    }

    @Override
    public StoredImages stored(SurveyRequest request) throws InterruptedException {
        ProviderLookup<ControlPlane> lookup = providers.find(ControlPlane.class, module.artifactId());
        if (!(lookup instanceof ProviderLookup.Found)) {
            return new StoredImages.Unlisted(
                    "is not listed: " + ((ProviderLookup.Missing<ControlPlane>) lookup).reason());
        }
        try {
            return ((ProviderLookup.Found<ControlPlane>) lookup).provider().stored(request);
        } catch (RuntimeException | LinkageError broken) {
            return new StoredImages.Unlisted("is not listed: " + module.artifactId() + " failed by itself: " + broken);
        }
    }

    private static List<RepositoryState> unseen(SurveyRequest request, String reason) {
        return request.images().stream()
                .map(image -> RepositoryState.unseen(
                        image.kind(),
                        image.host() + "/" + image.repository(),
                        image.repository(),
                        request.host(),
                        reason))
                .distinct()
                .collect(Collectors.toList());
    }

    /** Says that the cloud was not asked. */
    private static final class Unasked implements Survey {
        private final Finding finding;

        Unasked(String host, String reason, List<String> evidence, List<Remedy> remedies) {
            this.finding = Finding.of(
                            "control-plane",
                            Stage.REPOSITORY,
                            Verdict.UNKNOWN,
                            host + " was asked as any registry, its cloud was not")
                    .because(Cause.UNKNOWN)
                    .seeing(reason)
                    .seeing(evidence)
                    .mendedBy(remedies);
        }

        @Override
        public boolean mayOpenUpload(ImageReference image) {
            return true;
        }

        @Override
        public List<Finding> findings(Sight sight) {
            return List.of(finding);
        }
    }
}
