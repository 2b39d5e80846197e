package io.github.registrymaven.aws;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Sight;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who pushes. A login for ECR does not say whose it is, so that is known only where the registry itself names whom it refuses,
 * or where the helper, or our own push, makes the login of the credentials that AWS was asked with.
 *
 * @param caller as whom AWS was asked
 * @param forMaven whether that was set for Maven alone: the helper knows nothing of it
 */
record Pusher(Arn caller, boolean forMaven) {
    /** The helper itself. Wrappers that set a profile are named after it, and so are folders. */
    private static final Pattern HELPER = Pattern.compile("docker-credential-ecr-login(?:\\.exe)?(?:,.*)?");

    static Pusher of(Arn arn, Caller.Known caller) {
        return new Pusher(
                arn,
                caller.origin().equals(CallerChain.OF_THE_JVM)
                        || !caller.cli().option().isEmpty());
    }

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
                && HELPER.matcher(found.found().origin().description()).matches();
        return ours || (helper && !forMaven) ? caller.text() : null;
    }
}
