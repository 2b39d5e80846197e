package io.github.registrymaven.google;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.oci.SecondTry;
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
    private final GoogleSettings settings;
    private final SecondTry secondTry;

    Tokens(RegistryHttp http, Destinations destinations, GoogleSettings settings) {
        this.http = http;
        this.destinations = destinations;
        this.settings = settings;
        this.secondTry = Api.secondTry(http, settings);
    }

    /** A session; where other credentials become a service account and may not, that is told for itself. */
    Answer<Session> of(CredentialFile file) throws InterruptedException {
        Trouble unfit = unfit(file);
        if (unfit != null) {
            return Answer.none(unfit);
        }
        EngineTransport transport = new EngineTransport(http, destinations, file.sourceHosts());
        Answer<Session> first = ask(file, transport);
        boolean again = first instanceof Answer.None<Session>
                && transport.last() instanceof HttpAnswer answer
                && secondTry.isDueAfter(answer);
        return again ? ask(file, new EngineTransport(http, destinations, file.sourceHosts())) : first;
    }

    private Answer<Session> ask(CredentialFile file, EngineTransport transport) throws InterruptedException {
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

    private GoogleCredentials credentials(CredentialFile file, EngineTransport transport) throws IOException {
        byte[] bytes = file.json().toString().getBytes(StandardCharsets.UTF_8);
        GoogleCredentials read = AwsKeys.in(
                settings, GoogleCredentials.fromStream(new ByteArrayInputStream(bytes), () -> transport), file.json());
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
                ? ForeignSource.unfit(file, settings)
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
        Trouble ofProgram = ForeignSource.of(failed, file.origin());
        return Answer.none(
                ofProgram != null
                        ? ofProgram
                        : Trouble.of(
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
        Session session = new Whoami(new Api(http, destinations, settings)).known(given.value());
        return Answer.none(new Impersonation(http, destinations).denied(session, account, source, trouble));
    }
}
