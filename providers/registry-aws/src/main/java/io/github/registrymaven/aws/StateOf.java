package io.github.registrymaven.aws;

import io.github.registrymaven.policy.EcrRepositoryPolicy;
import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Encryption.Keeper;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.reference.RegistryKind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.EncryptionConfiguration;
import software.amazon.awssdk.services.ecr.model.EncryptionConfigurationForRepositoryCreationTemplate;
import software.amazon.awssdk.services.ecr.model.ImageScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryCreationTemplate;

/** Makes the state of a repository of what AWS answered. */
final class StateOf {
    private static final String DESCRIBED = "ecr:DescribeRepositories";
    private static final String LIFECYCLE = "ecr:GetLifecyclePolicy";
    private static final String POLICY = "ecr:GetRepositoryPolicy";

    private final Place place;
    private final Scans scans;

    StateOf(Place place, Scans scans) {
        this.place = place;
        this.scans = scans;
    }

    RepositoryState existing(
            String name, @Nullable RepositorySeen seen, Answer<String> lifecycle, Answer<String> policy) {
        Repository repository = seen instanceof RepositorySeen.There there ? there.repository() : null;
        ImageScanningConfiguration own = repository == null ? null : repository.imageScanningConfiguration();
        EncryptionConfiguration encryption = repository == null ? null : repository.encryptionConfiguration();
        return new RepositoryState(
                RegistryKind.ECR,
                place.repositoryArn(name),
                name,
                RepositoryState.Source.LIVE,
                place.host(),
                repository == null ? new Setting.Unseen<>(notDescribed(seen)) : tags(TagRule.of(repository), DESCRIBED),
                lifecycle(lifecycle),
                scans.of(name, own == null ? null : own.scanOnPush()),
                encryption == null
                        ? new Setting.Unseen<>(notDescribed(seen))
                        : encryption(encryption.encryptionTypeAsString(), encryption.kmsKey(), DESCRIBED),
                exposure(policy),
                RepositoryState.noAdminUser());
    }

    /** Of one that a push would create. Whatever the template leaves open is as AWS has it without one. */
    RepositoryState fromTemplate(String name, RepositoryCreationTemplate template) {
        String at = "the creation template for " + template.prefix();
        EncryptionConfigurationForRepositoryCreationTemplate encryption = template.encryptionConfiguration();
        String lifecycle = template.lifecyclePolicy();
        String policy = template.repositoryPolicy();
        return new RepositoryState(
                RegistryKind.ECR,
                place.repositoryArn(name),
                name,
                RepositoryState.Source.LIVE,
                place.host() + ", as a push would create it by " + at,
                tags(TagRule.of(template), at),
                new Setting.Seen<>(
                        lifecycle == null || lifecycle.isBlank()
                                ? new Lifecycle.Absent()
                                : new Lifecycle.Policy(lifecycle, false),
                        at),
                scans.of(name, false),
                encryption(
                        encryption == null ? "AES256" : encryption.encryptionTypeAsString(),
                        encryption == null ? null : encryption.kmsKey(),
                        at),
                policy == null || policy.isBlank()
                        ? EcrRepositoryPolicy.none(at)
                        : EcrRepositoryPolicy.exposure(policy, at),
                RepositoryState.noAdminUser());
    }

    private static String notDescribed(@Nullable RepositorySeen seen) {
        Trouble trouble = seen instanceof RepositorySeen.Veiled veiled
                ? veiled.trouble()
                : seen instanceof RepositorySeen.Hidden hidden ? hidden.trouble() : null;
        return trouble == null ? DESCRIBED + " left it out" : trouble.words(DESCRIBED);
    }

    private static Setting<TagMutability> tags(TagRule rule, String at) {
        TagMutability known = rule.mutability();
        return known == null
                ? new Setting.Unseen<>("the mode " + rule.mode() + " is not known here")
                : new Setting.Seen<>(known, at);
    }

    private static Setting<Lifecycle> lifecycle(Answer<String> answer) {
        if (answer instanceof Answer.Given<String> given) {
            return new Setting.Seen<>(new Lifecycle.Policy(given.value(), false), LIFECYCLE);
        }
        Trouble trouble = ((Answer.None<String>) answer).trouble();
        return trouble.code().equals("LifecyclePolicyNotFoundException")
                ? new Setting.Seen<>(new Lifecycle.Absent(), LIFECYCLE)
                : new Setting.Unseen<>(trouble.words(LIFECYCLE));
    }

    private static Setting<Exposure> exposure(Answer<String> answer) {
        if (answer instanceof Answer.Given<String> given) {
            return EcrRepositoryPolicy.exposure(given.value(), POLICY);
        }
        Trouble trouble = ((Answer.None<String>) answer).trouble();
        return trouble.code().equals("RepositoryPolicyNotFoundException")
                ? EcrRepositoryPolicy.none(POLICY)
                : new Setting.Unseen<>(trouble.words(POLICY));
    }

    /**
     * AWS names the key of the key service always, its own as well, and only the key service tells whose it is.
     *
     * @see <a href="https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ecr/repository_test.go">Seen
     *     in the acceptance tests of Terraform's provider, which create one without a key and read one back</a>
     */
    private static Setting<Encryption> encryption(@Nullable String type, @Nullable String key, String at) {
        String said = String.valueOf(type);
        return switch (said) {
            case "AES256" -> new Setting.Seen<>(new Encryption(Keeper.PROVIDER, null, said), at);
            case "KMS", "KMS_DSSE" ->
                new Setting.Seen<>(
                        new Encryption(
                                key == null || key.endsWith(":alias/aws/ecr") ? Keeper.PROVIDER_KMS : Keeper.EITHER_KMS,
                                key,
                                said),
                        at);
            default -> new Setting.Unseen<>("the encryption " + said + " is not known here");
        };
    }
}
