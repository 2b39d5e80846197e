package io.github.registrymaven.testkit.google;

import org.jspecify.annotations.Nullable;

/** Another identity provider, which gives jobs tokens that name their subject, as that of GitHub Actions does. */
final class IdentityProvider implements GoogleService {
    /** What a job has to show; Google's own tokens have no business here. */
    static final String REQUEST_TOKEN = "planted-request-token";

    private static final String PATH = "/oidc/";

    static String path(String subject) {
        return PATH + subject;
    }

    @Override
    public @Nullable String method(GoogleRequest request) {
        return request.path().startsWith(PATH) ? "oidc.token" : null;
    }

    @Override
    public GoogleAnswer answer(GoogleRequest request, Caller caller) {
        String subject = GoogleRequest.decoded(request.path().substring(PATH.length()));
        return REQUEST_TOKEN.equals(request.bearer())
                ? GoogleAnswer.json(GoogleJson.object("value", Accounts.subjectToken(subject)))
                : GoogleAnswer.text(401, "Not the token of a job");
    }
}
