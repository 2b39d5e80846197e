package io.github.registrymaven.preflight;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An image that a build means to push.
 *
 * @param reference as written
 * @param foundIn where: {@code registry.images}, a file and line, a plugin's configuration
 * @param localDigest the digest that the local image will have in a registry, where that is known
 * @param terms on which its plugin pushes it
 */
public record RequestedImage(
        String reference, String foundIn, @Nullable String localDigest, PushTerms terms) {
    /** An image that a user names, whoever pushes it. */
    public RequestedImage(String reference, String foundIn, @Nullable String localDigest) {
        this(reference, foundIn, localDigest, PushTerms.NAMED);
    }

    /** An image of which nothing local is known. */
    public RequestedImage(String reference, String foundIn) {
        this(reference, foundIn, null);
    }

    // By hand, as ImageReference has them.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RequestedImage that
                && reference.equals(that.reference)
                && foundIn.equals(that.foundIn)
                && Objects.equals(localDigest, that.localDigest)
                && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return reference.hashCode();
    }

    /** The same, pushed with another login. */
    public RequestedImage with(PushLogin login) {
        return on(terms.with(login));
    }

    /** The same, pushed on other terms. */
    RequestedImage on(PushTerms others) {
        return new RequestedImage(reference, foundIn, localDigest, others);
    }
}
