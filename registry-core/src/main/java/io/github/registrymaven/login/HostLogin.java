package io.github.registrymaven.login;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.reference.ImageReference;

/**
 * What looking for the login of one registry came to.
 *
 * @param image the first that goes there
 * @param ofACloud whether the registry is a cloud's, and takes nobody without a login
 */
public record HostLogin(ImageReference image, CredentialLookup lookup, boolean ofACloud) {
    public String host() {
        return image.host();
    }

    /** Whether a push would be refused for it: one that cannot be had, or is missing where nobody gets in without. */
    public boolean isMissing() {
        return lookup instanceof CredentialLookup.Failed || (ofACloud && lookup instanceof CredentialLookup.None);
    }
}
