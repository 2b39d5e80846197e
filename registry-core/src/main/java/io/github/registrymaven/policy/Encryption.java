package io.github.registrymaven.policy;

import org.jspecify.annotations.Nullable;

/**
 * With whose key images are kept.
 *
 * @param key the key, where one is named
 * @param said the registry's own word, such as {@code KMS_DSSE}
 */
public record Encryption(Keeper keeper, @Nullable String key, String said) {
    /** Who holds the key. */
    public enum Keeper {
        /** The provider, with a key of its own that shows in no account. */
        PROVIDER,
        /** The provider's key service, with a key it manages for the account. */
        PROVIDER_KMS,
        /** One of these two: a key of the key service is named, and whose it is was not told. */
        EITHER_KMS,
        /** The customer, who can take it away. */
        CUSTOMER
    }
}
