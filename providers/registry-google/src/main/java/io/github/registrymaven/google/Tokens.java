package io.github.registrymaven.google;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.RegistryHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes access tokens of credential files, with Google's library. */
final class Tokens {
    static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private final RegistryHttp http;
    private final Destinations destinations;

    Tokens(RegistryHttp http, Destinations destinations) {
        this.http = http;
        this.destinations = destinations;
    }

    /** A session; where other credentials become a service account and may not, that is told for itself. */
    Answer<Session> of(CredentialFile file) throws InterruptedException {
        Trouble unfit = unfit(file);
        if (unfit != null) {
            return Answer.none(unfit);
        }
        Answer<Session> first = ask(file);
        boolean busy = first instanceof Answer.None<Session> none
                && (none.trouble().cause() == Cause.REGISTRY_SERVER_ERROR
                        || none.trouble().cause() == Cause.RATE_LIMITED);
        if (busy) {
            Thread.sleep(Api.A_MOMENT);
            return ask(file);
        }
        return first;
    }

    private Answer<Session> ask(CredentialFile file) throws InterruptedException {
        EngineTransport transport = new EngineTransport(http, destinations, file.sourceHosts());
        try {
            AccessToken token = credentials(file, transport).refreshAccessToken();
            Instant expires = token.getExpirationTime() == null
                    ? null
                    : token.getExpirationTime().toInstant();
            return new Answer.Given<>(new Session(
                    Secret.of(token.getTokenValue()),
                    file.member(),
                    file.origin(),
                    expires,
                    file.quotaProject(),
                    file.notes()));
        } catch (IOException | RuntimeException failed) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return refused(file, transport, failed);
        }
    }

    private static GoogleCredentials credentials(CredentialFile file, EngineTransport transport) throws IOException {
        byte[] bytes = file.json().toString().getBytes(StandardCharsets.UTF_8);
        GoogleCredentials read = GoogleCredentials.fromStream(new ByteArrayInputStream(bytes), () -> transport);
        // The engine asks as often as it means to.
        return read.createScoped(List.of(SCOPE)).createWithCustomRetryStrategy(false);
    }

    private @Nullable Trouble unfit(CredentialFile file) {
        if (!file.isKnown()) {
            String type = Json.line(file.type());
            return Trouble.of(
                    Cause.CREDENTIALS_MISSING,
                    "the credentials are of no form that is known here",
                    file.place() + (type.isEmpty() ? " has no type" : " is of type " + type));
        }
        String stray = file.strayHost(destinations);
        return stray == null
                ? null
                : Trouble.of(
                        Cause.UNKNOWN,
                        "the credential file names a token service that is not Google's",
                        file.place() + " names " + stray,
                        "nothing was sent there; registry.endpoints is where another host can be named");
    }

    private Answer<Session> refused(CredentialFile file, EngineTransport transport, Exception failed)
            throws InterruptedException {
        if (transport.refused() != null) {
            return Answer.none(Trouble.of(
                    Cause.UNKNOWN,
                    "the credentials would go to a host that is not Google's",
                    "nothing was sent to " + transport.refused()));
        }
        if (transport.last() instanceof NetworkFault fault) {
            return Answer.none(Trouble.of(fault));
        }
        if (transport.last() instanceof HttpAnswer answer && answer.status() >= 300) {
            return answer.uri().getPath() != null && answer.uri().getPath().endsWith(":generateAccessToken")
                    ? mayNotBecome(file, RpcError.in(answer))
                    : Answer.none(OauthError.in(answer, file.origin()));
        }
        return Answer.none(Trouble.of(
                Cause.CREDENTIALS_MISSING,
                "the credential file cannot be used",
                file.origin() + ": " + Json.line(withoutSecrets(failed))));
    }

    /** The libraries quote what they cannot read, which may be the key. */
    private static String withoutSecrets(Exception failed) {
        String words = String.valueOf(failed.getMessage());
        return words.contains("PRIVATE KEY") || words.length() > 200
                ? failed.getClass().getSimpleName()
                : words;
    }

    /** The source's own session says who it is, and whether it is the right that is missing. */
    private Answer<Session> mayNotBecome(CredentialFile file, Trouble trouble) throws InterruptedException {
        CredentialFile source = file.source();
        String account = file.impersonated();
        if (source == null || account == null || !trouble.isDenied()) {
            return Answer.none(trouble);
        }
        Answer<Session> underneath = of(source);
        if (!(underneath instanceof Answer.Given<Session> given)) {
            return underneath;
        }
        Session session = new Whoami(new Api(http, destinations)).known(given.value());
        return Answer.none(new Impersonation(http, destinations).denied(session, account, source, trouble));
    }
}
