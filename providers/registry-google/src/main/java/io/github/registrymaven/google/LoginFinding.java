package io.github.registrymaven.google;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a push has no login that counts, in place of the rung's own words, where more is known than that it was refused. */
final class LoginFinding {
    private static final String ID = "login";

    private final Caller caller;
    private final DockerHelpers helpers;
    private final @Nullable Trouble answered;

    /** @param answered what Google's API said of the same login, where it refused that */
    LoginFinding(Caller caller, DockerHelpers helpers, @Nullable Trouble answered) {
        this.caller = caller;
        this.helpers = helpers;
        this.answered = answered;
    }

    /** Null where there is nothing to add. */
    @Nullable
    Finding of(Sight sight) {
        if (sight.refusal() == null) {
            return null;
        }
        if (sight.credential() instanceof CredentialLookup.Found found && caller.pushes()) {
            return explained(sight, found.found().origin().description());
        }
        boolean ofOthers = sight.credential() instanceof CredentialLookup.Found
                || (sight.credential() instanceof CredentialLookup.Failed failed
                        && !failed.summary().startsWith(DefaultCredentials.NAME));
        if (ofOthers) {
            return null;
        }
        Trouble trouble = caller.trouble();
        List<String> others = helpers.without(sight.image().host());
        if (!others.isEmpty()) {
            return forgotten(sight, others, trouble);
        }
        return trouble != null && isTheReason(trouble, sight.login()) ? broken(sight, trouble) : null;
    }

    /** Docker would not take these credentials anyway, and what passes need not keep them from the push. */
    private static boolean isTheReason(Trouble trouble, PushLogin login) {
        boolean taken = login instanceof PushLogin.Jibs
                || login instanceof PushLogin.HelperFirst
                || login instanceof PushLogin.Ours
                || login instanceof PushLogin.Anybody;
        return taken
                && !trouble.reason().equals(DefaultCredentials.NOBODY)
                && (isAboutTheLogin(trouble)
                        || trouble.cause() == Cause.CREDENTIALS_MISSING
                        || trouble.cause() == Cause.PERMISSION_DENIED);
    }

    private Finding forgotten(Sight sight, List<String> others, @Nullable Trouble trouble) {
        String host = sight.image().host();
        List<String> seen = new ArrayList<>();
        seen.add(helpers.file() + " names a helper for " + String.join(", ", others) + ", and none for " + host);
        sight.credential().lookedAt().forEach(place -> seen.add("looked at " + place));
        if (trouble != null) {
            seen.add("no Application Default Credentials: " + trouble.summary());
        }
        return fail(sight, "docker's config leaves out its host")
                .because(Cause.CREDENTIALS_MISSING)
                .seeing(seen)
                .mendedBy(List.of(new Remedy(
                        "Add the host", List.of("gcloud auth configure-docker " + Words.argument(host)), List.of())));
    }

    /** The registry refused a login of Google's own, and Google itself says why. */
    private @Nullable Finding explained(Sight sight, String origin) {
        Trouble trouble = caller.trouble() == null ? answered : caller.trouble();
        if (trouble == null || !isAboutTheLogin(trouble)) {
            return null;
        }
        return fail(sight, trouble.summary())
                .because(trouble.cause())
                .seeing("the login is from: " + origin)
                .seeing(trouble.evidence())
                .mendedBy(trouble.remedies());
    }

    private static boolean isAboutTheLogin(Trouble trouble) {
        return trouble.cause() == Cause.CREDENTIALS_REJECTED
                || trouble.cause() == Cause.CREDENTIALS_EXPIRED
                || trouble.reason().equals("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    }

    /** What jib would push with is there, and no token comes of it. */
    private Finding broken(Sight sight, Trouble trouble) {
        return fail(sight, trouble.summary())
                .because(trouble.cause())
                .seeing("no other login was found than Application Default Credentials")
                .seeing(trouble.evidence())
                .mendedBy(trouble.remedies());
    }

    /** An application default login is jib's and our own; docker knows nothing of it. Null where that is no matter. */
    static @Nullable Finding notDockers(Sight sight) {
        if (!GoogleLogin.made(sight.credential()) || !(sight.login() instanceof PushLogin.Anybody)) {
            return null;
        }
        String host = sight.image().host();
        return Finding.of(
                        "google-login",
                        Stage.CREDENTIALS,
                        Verdict.WARN,
                        "Google credentials are there, and no login of docker's made of them for " + host)
                .seeing("jib and registry:push take Application Default Credentials, docker-style tools do not")
                .mendedBy(List.of(new Remedy(
                        "Let docker-style tools log in to this host with your gcloud account",
                        List.of("gcloud auth configure-docker " + Words.argument(host)),
                        List.of())));
    }

    private static Finding fail(Sight sight, String why) {
        return Finding.of(
                ID, Stage.CREDENTIALS, Verdict.FAIL, sight.image().name() + " has no login that counts: " + why);
    }
}
