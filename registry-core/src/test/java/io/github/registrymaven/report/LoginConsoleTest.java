package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.login.HostLogin;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginConsoleTest {
    private static HostLogin login(CredentialLookup lookup, boolean ofACloud) {
        ImageReference image = ((ParsedReference.Valid) ImageReference.parse("reg.example/team/app:1")).reference();
        return new HostLogin(image, lookup, ofACloud);
    }

    @Test
    void saysAsWhomFromWhereAndUntilWhenAndNoSecret() {
        CredentialLookup found = new CredentialLookup.Found(
                new FoundCredential(
                        new Credential.Password("AWS", Secret.of("planted")),
                        new CredentialOrigin("AWS, with the credentials from profile ci", null, null, false),
                        Instant.parse("2026-01-01T12:00:00Z")),
                List.of());

        assertThat(LoginConsole.of(login(found, true)))
                .isEqualTo("reg.example: logged in as AWS, from AWS, with the credentials from profile ci, "
                        + "until 2026-01-01T12:00:00Z");
    }

    @Test
    void saysThatToolsGoToARegistryAsNobody() {
        assertThat(LoginConsole.of(login(new CredentialLookup.None(List.of()), false)))
                .isEqualTo("reg.example: no login was found, so tools go there as nobody in particular");
    }

    @Test
    void tellsARefusalWithWhatMendsIt() {
        CredentialLookup failed = new CredentialLookup.Failed(
                Cause.CREDENTIALS_EXPIRED,
                "AWS gives no login: the session has expired",
                List.of("AWS answered 400 ExpiredToken\u001b[31m"),
                "aws sso login",
                List.of());

        assertThat(LoginConsole.of(login(failed, true))).isEqualTo("""
                reg.example cannot be logged in to

                    cause     credentials-expired
                    seen      AWS gives no login: the session has expired
                              AWS answered 400 ExpiredToken?[31m
                    fix       - aws sso login""");
    }

    @Test
    void saysWhereItLookedWhereNobodyGetsInWithout() {
        HostLogin login = login(new CredentialLookup.None(List.of("settings.xml", "AWS: nothing")), true);

        assertThat(LoginConsole.of(login))
                .contains("cause     credentials-missing", "looked at settings.xml", "looked at AWS: nothing", "fix");
        assertThat(LoginConsole.inOneSentence(login)).isEqualTo("no login for reg.example was found");
    }
}
