package io.github.registrymaven.oci;

import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;

/**
 * The login at a Quay, whose token service creates an absent repository for whoever asks it for the right to push there and may
 * create one. So the repository is looked for with the right to pull first; where it is not seen, nothing more is asked.
 *
 * @see <a href="https://github.com/quay/quay">endpoints/v2/v2auth.py, auth/registry_jwt_auth.py</a>
 */
final class QuayLogin {
    private final Registry registry;
    private final BearerLogin login;

    QuayLogin(Registry registry, BearerLogin login) {
        this.registry = registry;
        this.login = login;
    }

    /** Wherever a Quay runs, its token service is itself, at this path. */
    static boolean isMeantBy(Challenge bearer) {
        String realm = bearer.parameter("realm");
        String service = bearer.parameter("service");
        return realm != null
                && service != null
                && realm.replaceFirst("^https?://", "").equals(service + "/v2/auth");
    }

    Grant alone(String repository) throws InterruptedException {
        Grant grant = login.toPull(repository);
        if (!(grant instanceof Grant.Authorized pull)) {
            return grant;
        }
        HttpOutcome tags = registry.tags(repository, pull.authorization());
        int status = tags instanceof HttpAnswer answer ? answer.status() : 0;
        return status == 200 ? login.alone(repository) : new Grant.PullOnly(pull.authorization(), status == 404);
    }
}
