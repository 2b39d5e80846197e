package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;

/** Finds the credential that a push of an image would use. Never throws for what it finds; thread-safe. */
public interface CredentialResolver {
    CredentialLookup resolve(ImageReference image) throws InterruptedException;
}
