package io.github.registrymaven.google;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.preflight.CloudLogin;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/**
 * Logins for Artifact Registry, made of application default credentials, as jib makes them: an access token, which lasts an
 * hour. Keeps nothing.
 */
public final class GoogleLogin implements CloudLogin {
    /** The user name with which the registry takes an access token as the password. */
    static final String USER = "oauth2accesstoken";

    /** Whether a login was made here, and so is no docker-style tool's. */
    static boolean made(CredentialLookup lookup) {
        return lookup instanceof CredentialLookup.Found found
                && found.found().origin().description().startsWith(DefaultCredentials.NAME);
    }

    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ARTIFACT_REGISTRY || image.kind() == RegistryKind.GCR;
    }

    @Override
    public CredentialLookup login(SurveyRequest request) throws InterruptedException {
        Entrance entrance = Entrance.of(request);
        Answer<Session> answer = entrance.session();
        if (answer instanceof Answer.None<Session> none) {
            Trouble trouble = none.trouble();
            String place = DefaultCredentials.NAME + trouble.summary();
            return trouble.reason().equals(DefaultCredentials.NOBODY)
                    ? new CredentialLookup.None(List.of(place))
                    : new CredentialLookup.Failed(
                            trouble.cause(), place, trouble.evidence(), trouble.remedies(), List.of(place));
        }
        Session session = ((Answer.Given<Session>) answer).value();
        String place = DefaultCredentials.NAME + session.origin();
        return new CredentialLookup.Found(
                new FoundCredential(
                        new Credential.Password(USER, session.token()),
                        new CredentialOrigin(place, null, null, false),
                        session.expires()),
                List.of(place));
    }
}
