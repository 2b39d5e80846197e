package io.github.registrymaven.aws;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Sight;
import org.jspecify.annotations.Nullable;

/**
 * Who pushes. A login for ECR does not say whose it is, so that is known only where the registry itself names whom it refuses,
 * or where the helper, or our own push, makes the login of the credentials that AWS was asked with.
 *
 * @param caller as whom AWS was asked
 * @param named whether the user named a profile for this registry, of which the helper knows nothing
 */
record Pusher(Arn caller, boolean named) {
    /** The ARN; null where it is not known. */
    @Nullable
    String arn(Sight sight) {
        AwsDenial refused =
                sight.upload() == null ? null : AwsDenial.in(sight.upload().text());
        if (refused != null) {
            return refused.principal();
        }
        boolean ours = AwsLogin.made(sight.credential()) && sight.login() instanceof PushLogin.Ours;
        boolean helper = sight.credential() instanceof CredentialLookup.Found found
                && found.found().origin().description().contains("ecr-login");
        return ours || (helper && !named) ? caller.text() : null;
    }
}
