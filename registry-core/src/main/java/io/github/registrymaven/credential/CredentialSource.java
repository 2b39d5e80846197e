package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import java.util.function.Consumer;

/** A family of places in which credentials are kept. Implementations are thread-safe. */
interface CredentialSource {
    /** Looks for the credential of a push; {@code lookedAt} takes one line for each place, in order. */
    SourceAnswer look(ImageReference image, Consumer<String> lookedAt) throws InterruptedException;
}
