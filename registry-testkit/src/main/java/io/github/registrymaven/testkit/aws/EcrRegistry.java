package io.github.registrymaven.testkit.aws;

import io.github.registrymaven.testkit.StoredImage;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The registry of one account in one region: settings here, images in a {@link TestRegistry}. */
final class EcrRegistry {
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final Arns arns;
    private final Clock clock;
    private final Map<String, EcrRepository> repositories = new ConcurrentSkipListMap<>();
    private final List<CreationTemplate> templates = new CopyOnWriteArrayList<>();
    private final List<CacheRule> cacheRules = new CopyOnWriteArrayList<>();
    private volatile ScanSettings scanning = ScanSettings.DEFAULT;
    private volatile @Nullable TestRegistry images;
    private volatile @Nullable String policyText;
    private volatile @Nullable Policy policy;

    EcrRegistry(Arns arns, Clock clock) {
        this.arns = arns;
        this.clock = clock;
    }

    Arns arns() {
        return arns;
    }

    Clock clock() {
        return clock;
    }

    /** Where its images are, before anything is asked of it. */
    void keepImagesIn(TestRegistry registry) {
        images = registry;
    }

    TestRegistry images() {
        return Objects.requireNonNull(images);
    }

    List<StoredImage> images(String repository) {
        return images().images(repository);
    }

    /** How long a layer is; -1 where the repository has none of this digest. */
    long blobSize(EcrRepository repository, String digest) {
        try {
            return images().blobSize(repository.name(), digest);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<EcrRepository> repositories() {
        return List.copyOf(repositories.values());
    }

    @Nullable
    EcrRepository find(String name) {
        return repositories.get(name);
    }

    /** Makes a repository, where there is none of this name; false where there is. */
    boolean create(String name, RepositoryDescription described) {
        EcrRepository made = new EcrRepository(name, clock.instant(), described.encryption());
        described.applyTo(made);
        if (repositories.putIfAbsent(name, made) != null) {
            return false;
        }
        images().createRepository(name);
        for (String tag : described.images()) {
            images().put(name, tag, OCI_MANIFEST, emptyImage(tag));
        }
        return true;
    }

    /** An image without layers, of which each tag has one of its own. */
    private static String emptyImage(String tag) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + OCI_MANIFEST
                + "\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\""
                + "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\",\"size\":2},"
                + "\"layers\":[],\"annotations\":{\"testkit.tag\":\"" + tag + "\"}}";
    }

    /** The template by which a push makes a repository. */
    Optional<CreationTemplate> templateOnPush(String repository) {
        return templates.stream()
                .filter(template -> template.isFor(repository))
                .max(Comparator.comparingInt(CreationTemplate::closeness))
                .filter(template -> template.appliedFor().contains(CreationTemplate.ON_PUSH));
    }

    List<CreationTemplate> templates() {
        return templates;
    }

    List<CacheRule> cacheRules() {
        return cacheRules;
    }

    @Nullable
    String policyText() {
        return policyText;
    }

    @Nullable
    Policy policy() {
        return policy;
    }

    /** Sets the policy of the whole registry; {@link IllegalArgumentException} where it is none. */
    void policy(@Nullable String json) {
        policy = json == null ? null : Policy.read("registry-policy", null, json);
        policyText = json;
    }

    ScanSettings scanning() {
        return scanning;
    }

    void scanning(ScanSettings to) {
        scanning = to;
    }

    String absent(String repository) {
        return absent(repository, arns.account());
    }

    static String absent(String repository, String registryId) {
        return "The repository with name '" + repository + "' does not exist in the registry with id '" + registryId
                + "'";
    }
}
