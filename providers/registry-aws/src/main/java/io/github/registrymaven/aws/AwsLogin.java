package io.github.registrymaven.aws;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.CloudLogin;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.GetAuthorizationTokenResponse;

/**
 * Logins for Amazon ECR, made of the credentials that the SDK's chain finds, as {@code aws ecr get-login-password} does. One
 * lasts twelve hours and is for every registry of the region that its owner may use. Keeps nothing.
 */
public final class AwsLogin implements CloudLogin {
    private static final String ORIGIN = "AWS, with the credentials from ";

    /** Whether a login was made here, and so is the caller's own. */
    static boolean made(CredentialLookup lookup) {
        return lookup instanceof CredentialLookup.Found found
                && found.found().origin().description().startsWith(ORIGIN);
    }

    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ECR;
    }

    @Override
    public CredentialLookup login(SurveyRequest request) throws InterruptedException {
        Access access = Access.to(request);
        if (!(access instanceof Access.Open open)) {
            return refused(((Access.Shut) access).why());
        }
        Caller.Known caller = open.caller();
        try (EcrClient ecr = open.clients().ecr(caller.provider())) {
            Answer<GetAuthorizationTokenResponse> answer = Answer.to(() -> ecr.getAuthorizationToken());
            if (answer instanceof Answer.Given<GetAuthorizationTokenResponse> given) {
                return login(open, given.value().authorizationData());
            }
            Trouble trouble = ((Answer.None<GetAuthorizationTokenResponse>) answer).trouble();
            return Access.isNobody(caller, trouble)
                    ? refused(Caller.Unusable.nobody(open.settings().profileName(), List.of()))
                    : new CredentialLookup.Failed(
                            trouble.cause(),
                            "AWS gives no login for " + open.place().host() + ": " + trouble.summary(),
                            WhoamiFinding.seen(caller, trouble),
                            WhoamiFinding.remedies(trouble, caller, open.settings()),
                            List.of(ORIGIN + caller.origin() + ": " + trouble.summary()));
        }
    }

    private static CredentialLookup refused(Caller.Unusable caller) {
        List<String> lookedAt = List.of("AWS: " + caller.summary());
        return caller.isSetUp()
                ? new CredentialLookup.Failed(
                        caller.cause(), caller.summary(), caller.evidence(), caller.remedies(), lookedAt)
                : new CredentialLookup.None(lookedAt);
    }

    private static CredentialLookup login(Access.Open open, List<AuthorizationData> answer) {
        String place = ORIGIN + open.caller().origin();
        AuthorizationData data = answer.isEmpty() ? null : answer.get(0);
        String[] parts = data == null ? new String[0] : decoded(data.authorizationToken());
        if (data == null || parts.length != 2) {
            return new CredentialLookup.Failed(
                    Cause.UNKNOWN,
                    "AWS's answer holds no login for " + open.place().host(),
                    List.of("ecr:GetAuthorizationToken was answered without a token that can be read"),
                    List.of(),
                    List.of(place));
        }
        return new CredentialLookup.Found(
                new FoundCredential(
                        new Credential.Password(parts[0], Secret.of(parts[1])),
                        new CredentialOrigin(place, null, null, false),
                        data.expiresAt()),
                List.of(place));
    }

    /** Base64 of {@code AWS:password}. */
    private static String[] decoded(String token) {
        try {
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException notBase64) {
            return new String[0];
        }
    }
}
