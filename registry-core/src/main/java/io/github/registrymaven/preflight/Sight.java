package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.reference.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * What the registry's own endpoint showed of an image, for a cloud to judge together with what it knows. Null is what was
 * not asked for, or not answered.
 *
 * @param credential what was found to log in with
 * @param upload the answer to opening an upload session
 * @param manifest the answer to asking for the tag or digest
 * @param localDigest the digest of the image at hand
 * @param login with which login its plugin pushes it
 * @param uploadAsked whether an upload was asked for, whatever came of it
 * @param refusal the answer with which the registry or its token service refused the login, or the right to push
 */
public record Sight(
        ImageReference image,
        CredentialLookup credential,
        @Nullable HttpAnswer upload,
        boolean uploadAsked,
        @Nullable HttpAnswer manifest,
        @Nullable String localDigest,
        PushLogin login,
        @Nullable HttpAnswer refusal) {
    /** Where no login was refused. */
    public Sight(
            ImageReference image,
            CredentialLookup credential,
            @Nullable HttpAnswer upload,
            @Nullable HttpAnswer manifest,
            @Nullable String localDigest,
            PushLogin login) {
        this(image, credential, upload, upload != null, manifest, localDigest, login, null);
    }

    /** Of an image that a user names, whoever pushes it. */
    public Sight(
            ImageReference image,
            CredentialLookup credential,
            @Nullable HttpAnswer upload,
            @Nullable HttpAnswer manifest,
            @Nullable String localDigest) {
        this(image, credential, upload, manifest, localDigest, PushTerms.NAMED.login());
    }
}
