package io.github.registrymaven.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.registrymaven.credential.Secret;
import org.jspecify.annotations.Nullable;

/** A credential of the SDK. Its exceptions end here; an interrupted thread stays so. */
final class SdkSource implements TokenSource {
    private final EngineHttp http;
    private final TokenCredential credential;

    SdkSource(EngineHttp http, TokenCredential credential) {
        this.http = http;
        this.credential = credential;
    }

    @Override
    public Token token(String audience) throws InterruptedException {
        try {
            @Nullable
            AccessToken token = credential.getTokenSync(new TokenRequestContext().addScopes(audience + "/.default"));
            return token == null || token.getToken() == null
                    ? new Token.None(Trouble.of(http.last(), new IllegalStateException("no token")))
                    : new Token.Given(Secret.of(token.getToken()));
        } catch (RuntimeException refused) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Token.None(Trouble.of(http.last(), refused));
        }
    }
}
