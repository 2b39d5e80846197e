package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import java.util.function.Consumer;

/** A family of places in which credentials are kept. Implementations are thread-safe. */
interface CredentialSource {
    /** Looks for the credential of a push; {@code lookedAt} takes one line for each place, in order. */
    SourceAnswer look(ImageReference image, Consumer<String> lookedAt) throws InterruptedException;

    /** The same for jib's library, which passes by what should have a credential and cannot give it. */
    static CredentialSource passedBy(CredentialSource source) {
        return (image, lookedAt) -> {
            SourceAnswer answer = source.look(image, lookedAt);
            return answer instanceof SourceAnswer.Broken broken ? new SourceAnswer.PassedBy(broken) : answer;
        };
    }
}
