package io.github.registrymaven.declared.google;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A repository of Artifact Registry. */
final class GoogleRepository {
    private static final String SCANNER = "containerscanning.googleapis.com";

    private GoogleRepository() {}

    static DeclaredRepository of(Resource resource, Surroundings around) {
        Node called = resource.get("repository_id");
        String name = called.text();
        RepositoryState state = new RepositoryState(
                        RegistryKind.ARTIFACT_REGISTRY,
                        resource.address(),
                        name,
                        RepositoryState.Source.DECLARED,
                        resource.at().toString(),
                        tags(resource),
                        CleanupDocument.of(resource),
                        scanning(resource, around.own()),
                        encryption(resource),
                        new GoogleAccess(resource, name, around).exposure(),
                        RepositoryState.noAdminUser())
                .doubted(resource.doubtInWords());
        String project = resource.get("project").text();
        String location = resource.get("location").text();
        return new DeclaredRepository(
                        state, image -> serves(image, name, project, location) ? DeclaredRepository.ITSELF : 0)
                .named(called);
    }

    private static Setting<TagMutability> tags(Resource resource) {
        String mode = resource.get("mode").text();
        if (mode != null && !mode.equals("STANDARD_REPOSITORY")) {
            return new Setting.Inapplicable<>("nothing is pushed to a " + mode.toLowerCase(Locale.ROOT));
        }
        if (resource.get("mode") instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        Node immutable = resource.get("docker_config").get("immutable_tags");
        if (immutable instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        boolean set = Boolean.TRUE.equals(immutable.flag());
        return new Setting.Seen<>(
                new TagMutability(set, List.of(), "immutable_tags = " + set), at(immutable, resource));
    }

    /**
     * Inherited scanning depends on an API of the project: where it is enabled by this code, images are scanned, and again
     * while they are in use.
     */
    private static Setting<Scanning> scanning(Resource resource, Stack stack) {
        Node configuration = resource.get("vulnerability_scanning_config").get("enablement_config");
        if (configuration instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        if ("DISABLED".equals(configuration.text())) {
            return new Setting.Seen<>(
                    new Scanning(Scanning.Mode.OFF, "DISABLED"),
                    configuration.at().toString());
        }
        return stack.of("google_project_service")
                .filter(service -> service.isMadeWith(resource))
                .filter(service -> SCANNER.equals(service.get("service").text()))
                .findFirst()
                .<Setting<Scanning>>map(service -> new Setting.Seen<>(
                        new Scanning(Scanning.Mode.CONTINUOUS, "INHERITED, and " + SCANNER + " is enabled"),
                        service.at().toString()))
                .orElseGet(() -> new Setting.Unseen<>("it is inherited from the project, and whether " + SCANNER
                        + " is enabled there is not declared here"));
    }

    private static Setting<Encryption> encryption(Resource resource) {
        Node key = resource.get("kms_key_name");
        String at = at(key, resource);
        String made = key.resource();
        if (key.isNothing() || "".equals(key.text())) {
            return new Setting.Seen<>(new Encryption(Encryption.Keeper.PROVIDER, null, "no kms_key_name"), at);
        }
        if (key.text() != null || made != null) {
            return new Setting.Seen<>(
                    new Encryption(Encryption.Keeper.CUSTOMER, key.text() == null ? made : key.text(), "kms_key_name"),
                    at);
        }
        return key instanceof Node.Unknown unknown
                ? unknown.unseen()
                : new Setting.Unseen<>("the key is no text (" + at + ")");
    }

    private static String at(Node node, Resource resource) {
        return (node.isNothing() ? resource.at() : node.at()).toString();
    }

    /** What is not known of project and location is taken to fit. */
    private static boolean serves(
            ImageReference image, @Nullable String name, @Nullable String project, @Nullable String location) {
        RegistryAddress address = RegistryAddress.of(image);
        if (address instanceof RegistryAddress.ArtifactRegistry google) {
            return fits(name, google.repository())
                    && fits(project, google.project())
                    && fits(location, google.location());
        }
        return address instanceof RegistryAddress.Gcr gcr
                && fits(name, gcr.repository())
                && fits(project, gcr.project())
                && fits(location, gcr.location());
    }

    private static boolean fits(@Nullable String declared, String asked) {
        return declared == null || declared.equals(asked);
    }
}
