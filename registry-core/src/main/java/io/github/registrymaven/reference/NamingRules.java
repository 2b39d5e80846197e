package io.github.registrymaven.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * Each registry's own rules for names, beyond the grammar. A rule fails only where the registry's documentation or its own
 * error says that such a push is refused; what is known less surely warns.
 */
public final class NamingRules {
    private final ImageReference image;
    private final int pathStart;
    private final int parts;
    private final List<NamingRemark> remarks = new ArrayList<>();

    private NamingRules(ImageReference image) {
        this.image = image;
        this.pathStart = image.hostImplied() ? 0 : image.written().indexOf('/') + 1;
        this.parts = image.repository().split("/", -1).length;
    }

    /** The remarks on a reference, none where its registry takes such a name. */
    public static List<NamingRemark> check(ImageReference image) {
        NamingRules rules = new NamingRules(image);
        switch (image.kind()) {
            case DOCKER_HUB -> rules.dockerHub();
            case ARTIFACT_REGISTRY -> rules.artifactRegistry();
            case GCR -> rules.gcr();
            case ECR -> rules.ecr();
            case ECR_PUBLIC -> rules.ecrPublic();
            case ACR -> rules.acr();
            case GHCR -> rules.ghcr();
            case GENERIC -> rules.almostACloud();
        }
        return List.copyOf(rules.remarks);
    }

    /** Docker Hub has accounts with repositories in them, and {@code library} is Docker's own. */
    private void dockerHub() {
        String meant = "it names no registry, so it means " + image.host() + "/" + image.repository();
        if (image.repository().startsWith("library/")) {
            String problem = image.hostImplied()
                    ? meant + ", and only Docker may push there"
                    : "only Docker may push to docker.io/library";
            fail(pathStart, problem, "the registry in front: REGISTRY/" + lastParts("library/"));
        } else if (parts > 2) {
            String problem = image.hostImplied()
                    ? meant + ", and Docker Hub has no names of " + parts + " parts"
                    : "Docker Hub has no names of " + parts + " parts";
            fail(pathStart, problem, "a registry's host, which has a dot or a port, or ACCOUNT/REPOSITORY");
        }
    }

    /** Artifact Registry answers 400 NAME_INVALID to names of fewer parts. */
    private void artifactRegistry() {
        RegistryAddress.ArtifactRegistry address = (RegistryAddress.ArtifactRegistry) RegistryAddress.of(image);
        if (address.repository().isEmpty() || address.image().isEmpty()) {
            fail(
                    endOfPath(),
                    "Artifact Registry wants an image below project and repository",
                    image.host() + "/PROJECT/REPOSITORY/IMAGE");
        }
    }

    private void gcr() {
        if (image.host().equals("mirror.gcr.io")) {
            fail(0, "mirror.gcr.io is a read-only cache of Docker Hub", "gcr.io, or your Artifact Registry host");
        } else if (((RegistryAddress.Gcr) RegistryAddress.of(image)).image().isEmpty()) {
            warn(endOfPath(), "gcr.io wants an image below the project", image.host() + "/PROJECT/IMAGE");
        }
    }

    private void ecr() {
        if (image.repository().length() < 2) {
            warn(pathStart, "Amazon ECR wants at least two characters", "a longer repository name");
        }
    }

    private void ecrPublic() {
        if (parts < 2) {
            warn(endOfPath(), "Amazon ECR Public wants the registry's alias first", image.host() + "/ALIAS/REPOSITORY");
        }
    }

    private void acr() {
        RegistryAddress.Acr address = (RegistryAddress.Acr) RegistryAddress.of(image);
        if (address.name().length() < 5 || address.name().length() > 50) {
            warn(0, "the name of an Azure registry has 5 to 50 characters", "NAME." + address.suffix());
        }
    }

    private void ghcr() {
        if (parts < 2) {
            warn(endOfPath(), "GitHub's registry wants an owner first", "ghcr.io/OWNER/IMAGE");
        }
    }

    /** Hosts that were probably meant to be a cloud's. */
    private void almostACloud() {
        String host = image.host();
        if (host.contains(".dkr.ecr.") && host.contains(".amazonaws.")) {
            warn(
                    0,
                    "this is no host of Amazon ECR",
                    "ACCOUNT.dkr.ecr.REGION.amazonaws.com, with an account of 12 digits");
        } else if (host.endsWith(".azurecr.io") || host.endsWith(".azurecr.cn") || host.endsWith(".azurecr.us")) {
            warn(0, "this is no login server of an Azure registry", "NAME" + host.substring(host.indexOf(".azurecr.")));
        } else if (host.endsWith(".pkg.dev")) {
            warn(0, "this is no Docker host of Artifact Registry", "LOCATION-docker.pkg.dev");
        }
    }

    private int endOfPath() {
        String written = image.written();
        int at = written.indexOf('@');
        int end = at < 0 ? written.length() : at;
        int colon = written.lastIndexOf(':', end - 1);
        return colon > written.lastIndexOf('/', end - 1) ? colon : end;
    }

    private String lastParts(String prefix) {
        String tag = image.tag() == null || image.tagImplied() ? "" : ":" + image.tag();
        return image.repository().substring(prefix.length()) + tag;
    }

    private void fail(int position, String message, String expected) {
        remark(NamingRemark.Level.FAIL, position, message, expected);
    }

    private void warn(int position, String message, String expected) {
        remark(NamingRemark.Level.WARN, position, message, expected);
    }

    private void remark(NamingRemark.Level level, int position, String message, String expected) {
        remarks.add(new NamingRemark(level, new ReferenceProblem(image.written(), position, message, expected, null)));
    }
}
