package io.github.registrymaven.provider;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import java.util.Set;

/**
 * A cloud whose module comes into the build when an image first names that cloud. Where it cannot be had, that is a finding
 * of the image, and its registry is asked as any other.
 */
public final class CloudOnDemand implements ControlPlane {
    private final Providers providers;
    private final String artifactId;
    private final Set<RegistryKind> kinds;

    CloudOnDemand(Providers providers, String artifactId, Set<RegistryKind> kinds) {
        this.providers = providers;
        this.artifactId = artifactId;
        this.kinds = Set.copyOf(kinds);
    }

    /** Every cloud that there is a module for. */
    public static List<ControlPlane> all(Providers providers) {
        return List.of(
                new CloudOnDemand(providers, "registry-aws", Set.of(RegistryKind.ECR, RegistryKind.ECR_PUBLIC)),
                new CloudOnDemand(providers, "registry-azure", Set.of(RegistryKind.ACR)));
    }

    @Override
    public boolean serves(ImageReference image) {
        return kinds.contains(image.kind());
    }

    @Override
    public Survey survey(SurveyRequest request) throws InterruptedException {
        ProviderLookup<ControlPlane> lookup = providers.find(ControlPlane.class, artifactId);
        if (!(lookup instanceof ProviderLookup.Found)) {
            ProviderLookup.Missing<ControlPlane> missing = (ProviderLookup.Missing<ControlPlane>) lookup;
            return new Unasked(request.host(), missing.reason(), missing.evidence(), missing.remedies());
        }
        try {
            return ((ProviderLookup.Found<ControlPlane>) lookup).provider().survey(request);
        } catch (RuntimeException | LinkageError broken) {
            // The cloud's word comes on top: that it is not to be had may break no build.
            return new Unasked(request.host(), artifactId + " failed by itself", List.of(broken.toString()), List.of());
        }
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
