package io.github.registrymaven.testkit.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a repository of an {@link AwsTestCloud}, or what a creation template gives to the ones it makes. */
public final class RepositoryDescription {
    private boolean immutable;
    private final List<String> exclusions = new ArrayList<>();
    private boolean scanOnPush;
    private EcrRepository.Encryption encryption = EcrRepository.Encryption.DEFAULT;
    private @Nullable String lifecyclePolicy;
    private @Nullable String policy;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<String> images = new ArrayList<>();

    RepositoryDescription() {}

    /** Tags cannot be moved. */
    public RepositoryDescription immutable() {
        immutable = true;
        return this;
    }

    /** Tags for which the opposite holds, with {@code *} for anything: the {@code …_WITH_EXCLUSION} modes. */
    public RepositoryDescription except(String... tagFilters) {
        exclusions.addAll(List.of(tagFilters));
        return this;
    }

    /** The repository's own setting, which the registry's may overrule. */
    public RepositoryDescription scanOnPush() {
        scanOnPush = true;
        return this;
    }

    /**
     * Other than AES256.
     *
     * @param type {@code KMS} or {@code KMS_DSSE}
     * @param key null for the one that AWS keeps, which answers then name
     */
    public RepositoryDescription encryption(String type, @Nullable String key) {
        encryption = new EcrRepository.Encryption(type, key);
        return this;
    }

    /** A lifecycle policy, which is kept and given back, but expires nothing. */
    public RepositoryDescription lifecyclePolicy(String json) {
        lifecyclePolicy = json;
        return this;
    }

    /** The repository's own policy, which is obeyed. */
    public RepositoryDescription policy(String json) {
        policy = json;
        return this;
    }

    /** A resource tag, which conditions can ask for. */
    public RepositoryDescription resourceTag(String key, String value) {
        tags.put(key, value);
        return this;
    }

    /** Image tags that are there already, each an image of its own without layers. */
    public RepositoryDescription image(String... imageTags) {
        images.addAll(List.of(imageTags));
        return this;
    }

    Mutability mutability() {
        String mode = (immutable ? "IMMUTABLE" : "MUTABLE") + (exclusions.isEmpty() ? "" : "_WITH_EXCLUSION");
        return new Mutability(mode, exclusions);
    }

    EcrRepository.Encryption encryption() {
        return encryption;
    }

    @Nullable
    String lifecyclePolicy() {
        return lifecyclePolicy;
    }

    @Nullable
    String policy() {
        return policy;
    }

    Map<String, String> tags() {
        return tags;
    }

    List<String> images() {
        return images;
    }

    void applyTo(EcrRepository repository) {
        repository.mutability(mutability());
        repository.scanOnPush(scanOnPush);
        repository.lifecyclePolicy(lifecyclePolicy);
        repository.policy(policy);
        tags.forEach(repository::tag);
    }
}
