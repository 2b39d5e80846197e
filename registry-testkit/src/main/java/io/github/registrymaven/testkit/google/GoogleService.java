package io.github.registrymaven.testkit.google;

import org.jspecify.annotations.Nullable;

/** One of the services behind the address. */
interface GoogleService {
    /**
     * The name of the method that a request calls, as Google's documentation has it; null where the request is none of this
     * service's.
     */
    @Nullable
    String method(GoogleRequest request);

    GoogleAnswer answer(GoogleRequest request, Caller caller) throws RpcFailure;

    /**
     * Who calls.
     *
     * @param token null for nobody
     */
    record Caller(AccessTokens.@Nullable Token token) {
        /** Whoever has shown a token that is good for the whole cloud. */
        String member() throws RpcFailure {
            AccessTokens.Token shown = token;
            if (shown == null) {
                throw RpcFailure.unauthenticated("CREDENTIALS_MISSING");
            }
            if (!shown.opens()) {
                throw new RpcFailure(403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.")
                        .because("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "googleapis.com", GoogleJson.object());
            }
            return shown.member();
        }
    }
}
