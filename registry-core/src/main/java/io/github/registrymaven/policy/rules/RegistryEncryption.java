package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Encryption.Keeper;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/** {@code requireRegistryEncryption}: images are kept with a key of the kind that is asked for. */
final class RegistryEncryption implements StateRule {
    @Override
    public String name() {
        return "requireRegistryEncryption";
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        return Ruling.ofWanted(
                name(),
                state,
                terms.level(),
                state.encryption(),
                "a registry that has it",
                remedies(state),
                (ruling, encryption) -> judge(state, terms, ruling, encryption));
    }

    private static Judgement judge(RepositoryState state, Terms terms, Ruling ruling, Encryption encryption) {
        String kept = "is kept with " + words(encryption);
        if (terms.level() == PolicyLevel.STRICT) {
            return strict(state, terms, ruling, encryption, kept);
        }
        // Only ECR has a key service between the provider's own key and the customer's.
        boolean asksForKms = terms.level() == PolicyLevel.GOOD && state.kind() == RegistryKind.ECR;
        return asksForKms && encryption.keeper() == Keeper.PROVIDER
                ? ruling.fail(kept, "a key of AWS KMS", remedies(state))
                : ruling.pass(kept);
    }

    private static Judgement strict(
            RepositoryState state, Terms terms, Ruling ruling, Encryption encryption, String kept) {
        String key = encryption.key();
        switch (encryption.keeper()) {
            case CUSTOMER -> {
                if (key == null && !terms.allowedKeys().isEmpty()) {
                    return ruling.unknown(kept + ", and which one that is was not told");
                }
                boolean allowed =
                        terms.allowedKeys().isEmpty() || terms.allowedKeys().contains(key);
                return allowed
                        ? ruling.pass(kept)
                        : ruling.fail(kept, "one of these keys: " + String.join(", ", terms.allowedKeys()), List.of());
            }
            case EITHER_KMS -> {
                return ruling.unknown(kept + ", and whether that is the customer's was not told");
            }
            default -> {
                return ruling.fail(kept, "a key of the customer's own", remedies(state));
            }
        }
    }

    private static String words(Encryption encryption) {
        String said = " (" + encryption.said() + ")";
        String key = encryption.key();
        return switch (encryption.keeper()) {
            case PROVIDER -> "a key of the provider's" + said;
            case PROVIDER_KMS -> "a key that the provider's key service manages" + said;
            case EITHER_KMS -> "a key of the provider's key service" + said;
            case CUSTOMER -> "the customer's key" + (key == null ? "" : " " + key) + said;
        };
    }

    /** Everywhere it is fixed when the repository is made. */
    private static List<Remedy> remedies(RepositoryState state) {
        String title = state.template()
                ? "Give such a key to the repositories that it makes"
                : "Make a new repository with such a key, as that of this one is fixed, and move the images";
        return switch (state.kind()) {
            case ECR ->
                switch (Language.of(state)) {
                    case TERRAFORM -> Language.change(state, title, new EcrTerraform(state).ownKey());
                    case CLOUDFORMATION_JSON ->
                        Language.change(
                                state,
                                title,
                                "\"EncryptionConfiguration\": {\"EncryptionType\": \"KMS\", \"KmsKey\": \"KEY_ARN\"}");
                    case CLOUDFORMATION_YAML ->
                        Language.change(
                                state, title, "EncryptionConfiguration:\n  EncryptionType: KMS\n  KmsKey: KEY_ARN");
                    default ->
                        Language.commands(
                                title,
                                "aws ecr create-repository --repository-name NEW_NAME --encryption-configuration "
                                        + "encryptionType=KMS,kmsKey=KEY_ARN");
                };
            case ARTIFACT_REGISTRY, GCR ->
                Language.of(state) == Language.TERRAFORM
                        ? Language.change(state, title, "kms_key_name = google_kms_crypto_key.KEY.id")
                        : Language.commands(
                                title,
                                "gcloud artifacts repositories create NEW_NAME --repository-format=docker "
                                        + "--location=LOCATION --kms-key=KEY");
            case ACR -> AcrKey.remedies(state);
            default -> List.of();
        };
    }
}
