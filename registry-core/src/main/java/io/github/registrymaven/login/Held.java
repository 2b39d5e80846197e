package io.github.registrymaven.login;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.time.Clock;
import java.time.Instant;

/**
 * A login for a cloud's registry that lies about. Where it is somebody's choice and works, a new one of what the cloud knows this
 * machine as would be another user's, who may not be let in.
 */
final class Held {
    private static final String GOOGLES_TOKEN = "oauth2accesstoken";

    private Held() {}

    /** Whether there is any such login. ECR's are all of one kind, and say neither whose they are nor, always, when they end. */
    static boolean mayStay(ImageReference image) {
        return image.kind() == RegistryKind.ACR
                || image.kind() == RegistryKind.ARTIFACT_REGISTRY
                || image.kind() == RegistryKind.GCR;
    }

    /** Whether it counts before a new one. */
    static boolean stays(FoundCredential held, ImageReference image, Clock clock) {
        if (image.kind() == RegistryKind.ACR) {
            // A secret, an administrator's password and a scoped token last; a refresh token says when it ends.
            return !isOver(held, clock);
        }
        // A key lasts, and a helper makes a token anew; one that was written into a file is of some hour.
        return !isGooglesToken(held) || !held.origin().plaintext();
    }

    private static boolean isOver(FoundCredential held, Clock clock) {
        Instant expires = held.expires();
        return expires != null && !expires.isAfter(clock.instant());
    }

    private static boolean isGooglesToken(FoundCredential held) {
        return held.credential() instanceof Credential.Password password
                && password.username().equals(GOOGLES_TOKEN);
    }
}
