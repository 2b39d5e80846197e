package io.github.registrymaven.google;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As whom Google is asked about an image: as the push itself logs in, where its login is an access token or a key of
 * Google's, so that the answer is about the push; otherwise as the machine. Each login is looked at once.
 */
final class Callers {
    private final DefaultCredentials machine;
    private final Tokens tokens;
    private final Whoami whoami;
    private final Map<FoundCredential, Caller> logins = new HashMap<>();
    private @Nullable Caller ofMachine;

    Callers(DefaultCredentials machine, Tokens tokens, Whoami whoami) {
        this.machine = machine;
        this.tokens = tokens;
        this.whoami = whoami;
    }

    Caller of(CredentialLookup lookup) throws InterruptedException {
        if (lookup instanceof CredentialLookup.Found found) {
            Caller known = logins.get(found.found());
            if (known == null) {
                known = login(found.found());
                if (known == null) {
                    known = machine();
                }
                logins.put(found.found(), known);
            }
            return known;
        }
        if (ofMachine == null && wasAskedForNothing(lookup)) {
            ofMachine = new Caller(Answer.none(machine.nobody(List.of())), false);
        }
        return machine();
    }

    /** Whether a login was to be made of the machine's credentials, and it had none: a metadata server is waited for once. */
    private static boolean wasAskedForNothing(CredentialLookup lookup) {
        return lookup instanceof CredentialLookup.None none
                && none.lookedAt().stream().anyMatch(place -> place.startsWith(DefaultCredentials.NAME));
    }

    private Caller machine() throws InterruptedException {
        if (ofMachine == null) {
            ofMachine = new Caller(known(machine.session()), false);
        }
        return ofMachine;
    }

    private Answer<Session> known(Answer<Session> session) throws InterruptedException {
        return session instanceof Answer.Given<Session> given
                ? new Answer.Given<>(whoami.known(given.value()))
                : session;
    }

    /** Null where the login is none of Google's own, so that nobody can be asked with it. */
    private @Nullable Caller login(FoundCredential found) throws InterruptedException {
        String origin = found.origin().description();
        if (!(found.credential() instanceof Credential.Password password)) {
            return null;
        }
        String user = password.username();
        if (user.equals("_json_key") || user.equals("_json_key_base64")) {
            return new Caller(ofKey(password.password(), user.equals("_json_key"), origin), true);
        }
        boolean token = user.equals("oauth2accesstoken")
                || user.equals("_token")
                || user.equals("_dcgcloud_token")
                || user.matches("_dcgcr_(?:\\d+_)*token");
        if (!token || password.password().isEmpty()) {
            return null;
        }
        CredentialFile file = origin.startsWith(DefaultCredentials.NAME) ? machine.file() : null;
        Session session = new Session(
                password.password(),
                file == null ? null : file.member(),
                origin,
                found.expires(),
                file == null ? null : file.quotaProject(),
                file == null ? List.of() : file.notes());
        return new Caller(known(new Answer.Given<>(session)), true);
    }

    private Answer<Session> ofKey(Secret password, boolean plain, String origin) throws InterruptedException {
        CredentialFile file = CredentialFile.parse(plain ? password.reveal() : decoded(password.reveal()), origin);
        return file == null
                ? Answer.none(Trouble.of(
                        Cause.CREDENTIALS_REJECTED,
                        "the password is to be a key file, and is no JSON",
                        "it is " + origin))
                : known(tokens.of(file));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
