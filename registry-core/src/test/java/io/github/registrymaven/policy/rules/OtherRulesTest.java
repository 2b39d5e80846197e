package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption.Keeper;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Scanning.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtherRulesTest {
    @ParameterizedTest
    @CsvSource({
        "OFF, FAIL, FAIL, FAIL",
        "ON_PUSH_BY_OLD_ENGINE, PASS, FAIL, FAIL",
        "ON_PUSH, PASS, PASS, FAIL",
        "CONTINUOUS, PASS, PASS, PASS",
    })
    void scanningIsJudgedAsItTakesEffect(Mode mode, Outcome minimum, Outcome good, Outcome strict) {
        judge(States.ecr().scanned(mode, "said"), "requireImageScanning", minimum, good, strict);
    }

    @ParameterizedTest
    @CsvSource({
        "PROVIDER, PASS, FAIL, FAIL",
        "PROVIDER_KMS, PASS, PASS, FAIL",
        "EITHER_KMS, PASS, PASS, UNKNOWN",
        "CUSTOMER, PASS, PASS, PASS",
    })
    void anyKeyOfKmsIsGoodOnEcr(Keeper keeper, Outcome minimum, Outcome good, Outcome strict) {
        judge(States.ecr().encrypted(keeper, "KMS_DSSE"), "requireRegistryEncryption", minimum, good, strict);
    }

    @Test
    void elsewhereThereIsNothingBetweenTheProvidersKeyAndTheCustomers() {
        judge(
                States.google().encrypted(Keeper.PROVIDER, "Google's"),
                "requireRegistryEncryption",
                Outcome.PASS,
                Outcome.PASS,
                Outcome.FAIL);
    }

    @Test
    void aKeyMayBeOneOfAList() {
        States states = States.ecr().encrypted(Keeper.CUSTOMER, "KMS");
        Terms theirs = new Terms(PolicyLevel.STRICT, List.of(), List.of(), null, null, null, List.of("their-key"));
        Terms ours = new Terms(PolicyLevel.STRICT, List.of(), List.of(), null, null, null, List.of("our-key"));

        assertThat(states.judged("requireRegistryEncryption", theirs).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(states.judged("requireRegistryEncryption", ours).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aKeyThatCannotBeChangedIsSaidToBeFixed() {
        assertThat(States.ecr()
                        .encrypted(Keeper.PROVIDER, "AES256")
                        .judged("requireRegistryEncryption", PolicyLevel.GOOD)
                        .remedies()
                        .get(0)
                        .title())
                .contains("Make a new repository");
    }

    @ParameterizedTest
    @CsvSource({
        "PRIVATE_NETWORK, PASS, PASS",
        "NAMED_PRINCIPALS, PASS, FAIL",
        "ANY_ACCOUNT, FAIL, FAIL",
        "ANONYMOUS, FAIL, FAIL",
    })
    void acrIsShutOffFromTheInternetWhereGoodIsAskedFor(Reach reach, Outcome minimum, Outcome good) {
        judge(States.acr().exposed(reach), "banPublicRegistry", minimum, good, good);
    }

    @Test
    void whatOnlyPremiumCanCloseIsAskedForOnlyByTheStrict() {
        judge(States.acr().exposedBySku(false), "banPublicRegistry", Outcome.PASS, Outcome.PASS, Outcome.FAIL);
        judge(States.acr().exposedBySku(null), "banPublicRegistry", Outcome.PASS, Outcome.UNKNOWN, Outcome.FAIL);
    }

    @Test
    void aChangeOfTheNetworkComesWithTheSkuThatAllowsIt() {
        assertThat(closing(States.acr().exposedBySku(false), "infra/acr.tf:9")).isEqualTo("""
                        sku                           = "Premium"
                        public_network_access_enabled = false
                        """);
        assertThat(closing(States.acr().exposedBySku(true), "infra/acr.tf:9"))
                .isEqualTo("public_network_access_enabled = false\n");
        assertThat(closing(States.acr().exposedBySku(false), "infra/acr.bicep:9"))
                .isEqualTo("""
                        sku: {
                          name: 'Premium'
                        }
                        properties: {
                          publicNetworkAccess: 'Disabled'
                        }
                        """);
        assertThat(closing(States.acr().exposedBySku(false), "infra/acr.json:9"))
                .isEqualTo("""
                        "sku": {"name": "Premium"},
                        "properties": {
                          "publicNetworkAccess": "Disabled"
                        }
                        """);
    }

    @Test
    void whoAsksOnlyForALoginIsNotToldToCloseTheNetwork() {
        States open = States.acr().declared("team", "infra/acr.bicep:9").exposed(Reach.ANONYMOUS, "everybody may pull");

        assertThat(open.judged("banPublicRegistry", PolicyLevel.MINIMUM)
                        .remedies()
                        .get(0)
                        .files()
                        .get(0)
                        .content())
                .isEqualTo("properties: {\n  anonymousPullEnabled: false\n}\n");
        assertThat(States.acr()
                        .exposed(Reach.ANONYMOUS)
                        .judged("banPublicRegistry", PolicyLevel.GOOD)
                        .remedies()
                        .get(0)
                        .commands())
                .containsExactly(
                        "az acr update --name team --anonymous-pull-enabled false",
                        "az acr update --name team --public-network-enabled false");
    }

    private static String closing(States states, String place) {
        return states.declared("team", place)
                .judged("banPublicRegistry", PolicyLevel.STRICT)
                .remedies()
                .get(0)
                .files()
                .get(0)
                .content();
    }

    @Test
    void ecrIsGoodWhenItNamesItsPrincipals() {
        judge(
                States.ecr().exposed(Reach.NAMED_PRINCIPALS),
                "banPublicRegistry",
                Outcome.PASS,
                Outcome.PASS,
                Outcome.PASS);
    }

    @Test
    void whatOpensARepositoryIsNamed() {
        Judgement judgement = States.google()
                .exposed(Reach.ANONYMOUS, "allUsers has roles/artifactregistry.reader")
                .judged("banPublicRegistry", PolicyLevel.MINIMUM);

        assertThat(judgement.fact())
                .isEqualTo("is open to everybody without a login: allUsers has roles/artifactregistry.reader");
        assertThat(judgement.remedies().get(0).commands())
                .containsExactly("gcloud artifacts repositories remove-iam-policy-binding r --location=europe "
                        + "--project=p --member=allUsers --role=ROLE");
    }

    @Test
    void theAdministratorsLoginIsBannedAtEveryLevel() {
        judge(States.acr().admin(true), "banRegistryAdminUser", Outcome.FAIL, Outcome.FAIL, Outcome.FAIL);
        judge(States.acr().admin(false), "banRegistryAdminUser", Outcome.PASS, Outcome.PASS, Outcome.PASS);
        judge(
                States.ecr(),
                "banRegistryAdminUser",
                Outcome.NOT_APPLICABLE,
                Outcome.NOT_APPLICABLE,
                Outcome.NOT_APPLICABLE);
    }

    @Test
    void theAdministratorsLoginIsSwitchedOffInTheFilesLanguage() {
        assertThat(States.acr()
                        .declared("azurerm_container_registry.team", "infra/acr.tf:9")
                        .admin(true)
                        .judged("banRegistryAdminUser", PolicyLevel.MINIMUM)
                        .remedies()
                        .get(0)
                        .files()
                        .get(0)
                        .content())
                .isEqualTo("admin_enabled = false\n");
        assertThat(States.acr()
                        .declared("team", "infra/main.bicep:9")
                        .admin(true)
                        .judged("banRegistryAdminUser", PolicyLevel.MINIMUM)
                        .remedies()
                        .get(0)
                        .files()
                        .get(0)
                        .content())
                .isEqualTo("adminUserEnabled: false\n");
    }

    @Test
    void aRuleIsFoundByItsName() {
        StateRules rules = new StateRules();
        assertThat(rules.all()).allMatch(rule -> rules.named(rule.name()) == rule);
        assertThat(rules.named("requireNothing")).isNull();
    }

    private static void judge(States states, String rule, Outcome minimum, Outcome good, Outcome strict) {
        assertThat(List.of(
                        states.judged(rule, PolicyLevel.MINIMUM).outcome(),
                        states.judged(rule, PolicyLevel.GOOD).outcome(),
                        states.judged(rule, PolicyLevel.STRICT).outcome()))
                .containsExactly(minimum, good, strict);
    }
}
