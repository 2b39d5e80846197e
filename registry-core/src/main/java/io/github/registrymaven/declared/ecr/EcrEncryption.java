package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Encryption.Keeper;
import io.github.registrymaven.policy.Setting;
import java.util.Locale;

/** With whose key images are kept. */
final class EcrEncryption {
    private static final String AWS_OWN_KEY = "alias/aws/ecr";

    private EcrEncryption() {}

    static Setting<Encryption> of(Resource resource) {
        Node configuration = resource.get("encryption_configuration", "EncryptionConfiguration");
        Node type = configuration.get("encryption_type", "EncryptionType");
        if (type instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        String said = type.isNothing() ? "AES256" : String.valueOf(type.text()).toUpperCase(Locale.ROOT);
        return switch (said) {
            case "AES256" -> seen(new Encryption(Keeper.PROVIDER, null, said), type);
            case "KMS", "KMS_DSSE" -> withKey(said, type, configuration.get("kms_key", "KmsKey"));
            default -> new Setting.Unseen<>("\"" + type.text() + "\" is no encryption of ECR (" + type.at() + ")");
        };
    }

    private static Setting<Encryption> withKey(String said, Node type, Node key) {
        if (key.isNothing()) {
            return seen(new Encryption(Keeper.PROVIDER_KMS, null, said), type);
        }
        String name = key.text();
        if (name != null) {
            return name.endsWith(AWS_OWN_KEY)
                    ? seen(new Encryption(Keeper.PROVIDER_KMS, name, said), key)
                    : name.isEmpty()
                            ? seen(new Encryption(Keeper.PROVIDER_KMS, null, said), key)
                            : seen(new Encryption(Keeper.CUSTOMER, name, said), key);
        }
        // A key that this very code makes has no ARN yet, but is the customer's all the same.
        String made = key.resource();
        if (made != null && (made.contains("aws_kms_") || !made.contains(".")) && !made.startsWith("data.")) {
            return seen(new Encryption(Keeper.CUSTOMER, made, said), key);
        }
        return seen(new Encryption(Keeper.EITHER_KMS, null, said), key);
    }

    private static Setting<Encryption> seen(Encryption encryption, Node where) {
        return new Setting.Seen<>(encryption, where.at().toString());
    }
}
