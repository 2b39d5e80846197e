package io.github.registrymaven.report;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.login.HostLogin;
import java.util.ArrayList;
import java.util.List;

/** Logins for the eyes of whoever runs the build: a line where one was found, a block where one cannot be had. */
public final class LoginConsole {
    private LoginConsole() {}

    /** One registry. */
    public static String of(HostLogin login) {
        if (login.isMissing()) {
            return missing(login);
        }
        if (!(login.lookup() instanceof CredentialLookup.Found found)) {
            return Block.harmless(login.host() + ": no login was found, so tools go there as nobody in particular");
        }
        FoundCredential credential = found.found();
        String expires = credential.expires() == null ? "" : ", until " + credential.expires();
        return Block.harmless(login.host() + ": logged in" + user(credential.credential()) + ", from "
                + credential.origin().description() + expires);
    }

    /** Why there is none, as part of a sentence. */
    public static String inOneSentence(HostLogin login) {
        return Block.harmless(
                login.lookup() instanceof CredentialLookup.Failed failed
                        ? failed.summary()
                        : "no login for " + login.host() + " was found");
    }

    private static String missing(HostLogin login) {
        List<String> seen = new ArrayList<>();
        Cause cause = Cause.CREDENTIALS_MISSING;
        List<Remedy> remedies = List.of(new Remedy(
                "Give the build credentials of the cloud: in its environment, a profile, or as the identity of its runner",
                List.of(),
                List.of()));
        if (login.lookup() instanceof CredentialLookup.Failed failed) {
            cause = failed.cause();
            seen.add(failed.summary());
            seen.addAll(failed.evidence());
            remedies = failed.remedies();
        } else {
            login.lookup().lookedAt().forEach(place -> seen.add("looked at " + place));
        }
        return new Block()
                .headline(login.host() + " cannot be logged in to")
                .emptyLine()
                .section("cause", cause.id())
                .section("seen", seen)
                .remedies(remedies)
                .text();
    }

    private static String user(Credential credential) {
        String name = credential instanceof Credential.Password password
                ? password.username()
                : credential instanceof Credential.IdentityToken token ? token.username() : null;
        return name == null || name.isEmpty() ? "" : " as " + name;
    }
}
