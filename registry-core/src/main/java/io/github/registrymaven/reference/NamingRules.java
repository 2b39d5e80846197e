package io.github.registrymaven.reference;

import java.util.ArrayList;
import java.util.List;

/** Each registry's own rules for names, on top of the grammar; they need no network. */
public final class NamingRules {
    private NamingRules() {}

    /**
     * What the registry's rules say about a reference, what fails before what warns; empty where all is well.
     *
     * <p>A {@link NamingRemark.Level#FAIL} stands only where every push to that name is refused. Rules that are not
     * documented for certain warn.
     */
    public static List<NamingRemark> check(ImageReference image) {
        List<NamingRemark> own = switch (image.kind()) {
            case ECR -> EcrRules.check(image);
            case ECR_PUBLIC -> EcrPublicRules.check(image);
            case ARTIFACT_REGISTRY -> ArtifactRegistryRules.check(image);
            case GCR -> GcrRules.check(image);
            case ACR -> AcrRules.check(image);
            case DOCKER_HUB -> DockerHubRules.check(image);
            case GHCR -> GhcrRules.check(image);
            case GENERIC -> LookAlikeRules.check(image);
        };
        List<NamingRemark> all = new ArrayList<>(HostRules.check(image));
        all.addAll(UnsetTagRules.check(image));
        all.addAll(own);
        all.sort((a, b) -> a.level().compareTo(b.level()));
        return all;
    }

    /** Whether a push to it is refused, whoever pushes. */
    static boolean refuses(ImageReference image) {
        return check(image).stream().anyMatch(remark -> remark.level() == NamingRemark.Level.FAIL);
    }
}
