package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The errors of Azure that this project was founded for: known before the push, by a cause that their text, which is the same for
 * all of them, is explained with as well.
 */
class FoundingListTest {
    private static final String TEXT =
            "Get \"https://contoso.azurecr.io/v2/\": unable to retrieve auth token: invalid username/password: unauthorized:"
                    + " authentication required, visit https://aka.ms/acr/authorization for more information.";

    @TempDir
    private Path home;

    private AzureTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AzureTestCloud.builder()
                .registry(it -> it.sku("Basic"))
                .application("ci", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .application("auditor", who -> who.secret("planted").roleOnSubscription(BuiltInRole.READER))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private static void isKnownAs(Cause cause, ImageReport before) {
        Finding decisive = Objects.requireNonNull(before.decisive());
        Explanation explained = new Explainer().explain("registry.message", TEXT);

        assertThat(before.verdict()).as(before.checks().toString()).isEqualTo(Verdict.FAIL);
        assertThat(decisive.cause()).isEqualTo(cause);
        assertThat(explained.cause() == cause || explained.alternatives().contains(cause))
                .as(explained.toString())
                .isTrue();
    }

    @Test
    void authenticationRequiredForWantOfALogin() throws Exception {
        isKnownAs(Cause.CREDENTIALS_MISSING, new Build(cloud, home).check("team/app:1.0"));
    }

    @Test
    void authenticationRequiredForAWrongSecret() throws Exception {
        isKnownAs(
                Cause.CREDENTIALS_REJECTED,
                new Build(cloud, home).login(cloud.clientId("ci"), "wrong").check("team/app:1.0"));
    }

    @Test
    void authenticationRequiredForTheAdministratorWhoIsSwitchedOff() throws Exception {
        isKnownAs(
                Cause.ADMIN_USER_DISABLED,
                new Build(cloud, home)
                        .as("auditor", "planted")
                        .login("contoso", "any")
                        .check("team/app:1.0"));
    }
}
