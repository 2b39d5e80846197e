package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JibPlainLoginTest {
    private static Finding login(boolean isAllowed, Seen seen) {
        return new Ladder(Clock.systemUTC(), new JibPlainLogin(isAllowed))
                .climb(seen.made()).stream()
                        .filter(finding -> finding.id().equals("login"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void warnsThatJibKeepsItsLoginBackInPlainHttp() {
        Finding login = login(false, new Seen().inPlainHttp().login().terms(PushTerms.JIB));

        assertThat(login.verdict()).isEqualTo(Verdict.WARN);
        assertThat(login.cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
        assertThat(login.evidence())
                .contains("jib-maven-plugin pushes registry.example/team/app:1.0, and the system property "
                        + "sendCredentialsOverHttp is not true");
        assertThat(login.remedies())
                .extracting(Remedy::title)
                .anyMatch(title -> title.contains("-DsendCredentialsOverHttp=true on the command line"));
    }

    @Test
    void isSilentWhereJibSendsTheLoginOrNeedsNone() {
        assertThat(login(true, new Seen().inPlainHttp().login().terms(PushTerms.JIB))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(login(false, new Seen().login().terms(PushTerms.JIB)).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(login(false, new Seen().inPlainHttp().terms(PushTerms.JIB)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void isSilentWhereSomebodyElsePushes() {
        assertThat(login(false, new Seen().inPlainHttp().login()).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void speaksWithTheWordsOfTheCatalogue() throws Exception {
        String resource = "/io/github/registrymaven/catalogue/catalogue.json";
        try (InputStream in = Objects.requireNonNull(Ladder.class.getResourceAsStream(resource))) {
            String catalogue = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(JibPlainLogin.REMEDIES)
                    .allSatisfy(remedy -> assertThat(catalogue).contains("\"" + remedy.title() + "\""));
        }
    }
}
