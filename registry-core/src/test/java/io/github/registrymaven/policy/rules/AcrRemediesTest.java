package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.Encryption.Keeper;
import io.github.registrymaven.policy.Exposure.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes to registries of Azure, each in the words of the place it goes to. */
final class AcrRemediesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "azurerm_container_registry.acr                | main.tf    | admin_enabled = false",
                "module.acr                                    | main.tf    | admin_enabled = false",
                "module.acr                                    | main.tofu  | admin_enabled = false",
                "acr                                           | main.bicep | adminUserEnabled: false",
                "module acr                                    | main.bicep | params: {;  acrAdminUserEnabled: false;}",
                "Microsoft.ContainerRegistry/registries/acr    | acr.json   | \"adminUserEnabled\": false",
            })
    void theAdministratorsLoginIsSwitchedOffWhereItIsDeclared(String subject, String file, String change) {
        States acr = States.acr().declared(subject, file + ":3").admin(true);

        assertThat(change(acr, "banRegistryAdminUser", PolicyLevel.MINIMUM).content())
                .isEqualTo(change.replace(";", "\n") + "\n");
    }

    @ParameterizedTest
    @CsvSource({"MINIMUM, false", "GOOD, false", "MINIMUM, true", "GOOD, "})
    void anAnonymousRegistryIsAskedForALoginAndForNoLargerSku(PolicyLevel level, Boolean closable) {
        States acr = States.acr()
                .declared("azurerm_container_registry.acr", "main.tf:3")
                .anonymous(closable);
        Judgement judgement = acr.judged("banPublicRegistry", level);

        assertThat(judgement.wanted()).isEqualTo("only to principals that its owner named");
        assertThat(content(judgement)).isEqualTo("anonymous_pull_enabled = false\n");
    }

    @Test
    void anAnonymousRegistryIsClosedAsFarAsTheLevelAsks() {
        States call = States.acr().declared("module acr", "main.bicep:3");

        assertThat(content(call.anonymous(true).judged("banPublicRegistry", PolicyLevel.GOOD)))
                .isEqualTo("params: {\n  anonymousPullEnabled: false\n  publicNetworkAccess: 'Disabled'\n}\n");
        assertThat(content(call.anonymous(false).judged("banPublicRegistry", PolicyLevel.STRICT)))
                .isEqualTo("""
                        params: {
                          acrSku: 'Premium'
                          anonymousPullEnabled: false
                          publicNetworkAccess: 'Disabled'
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "azurerm_container_registry.acr             | main.tf    | identity_client_id = azurerm_user_assigned_identity",
                "module.acr                                 | main.tf    | user_assigned_identity = { resource_id = azurerm",
                "acr                                        | main.bicep | userAssignedIdentities",
                "module acr                                 | main.bicep | userAssignedIdentityResourceId: IDENTITY.id",
                "Microsoft.ContainerRegistry/registries/acr | acr.json   | \"userAssignedIdentities\": {\"IDENTITY_ID\": {}}",
                "azapi_resource.acr                         | main.tf    | \"userAssignedIdentities\": {\"IDENTITY_ID\": {}}",
            })
    void aKeyTakesPremiumAndAnIdentityInEachLanguage(String subject, String file, String identity) {
        Judgement judgement = States.acr()
                .declared(subject, file + ":3")
                .encrypted(Keeper.PROVIDER, "no customer-managed key")
                .judged("requireRegistryEncryption", PolicyLevel.STRICT);

        assertThat(judgement.remedies().get(0).title())
                .startsWith("Make a new Premium registry with such a key, as it is chosen when a registry is made");
        assertThat(content(judgement)).contains(identity).contains("Premium");
    }

    @Test
    void aLiveRegistryIsMadeAnewByACommand() {
        Judgement judgement = States.acr()
                .encrypted(Keeper.PROVIDER, "no customer-managed key")
                .judged("requireRegistryEncryption", PolicyLevel.STRICT);

        assertThat(judgement.remedies().get(0).commands().get(0))
                .startsWith(
                        "az acr create --name NEW_NAME --resource-group GROUP --sku Premium --identity IDENTITY_ID");
    }

    @Test
    void aKeyThatIsNotToldMayBeOneOfTheList() {
        Terms ours = new Terms(PolicyLevel.STRICT, List.of(), List.of(), null, null, null, List.of("our-key"));

        assertThat(States.acr()
                        .customersKeyUntold()
                        .judged("requireRegistryEncryption", ours)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(States.acr()
                        .customersKeyUntold()
                        .judged("requireRegistryEncryption", PolicyLevel.STRICT)
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "azurerm_container_registry.acr | main.tf    | retention_policy_in_days = 14;",
                "module.acr                     | main.tf    | retention_policy_in_days = 14 # before version 0.4",
                "module acr                     | main.bicep | params: {;  retentionPolicyStatus: 'enabled';",
            })
    void retentionIsGivenToTheModuleInItsOwnWords(String subject, String file, String change) {
        States acr = States.acr().declared(subject, file + ":3").noPolicy();

        assertThat(change(acr, "requireLifecyclePolicy", PolicyLevel.MINIMUM).content())
                .startsWith(change.replace(";", "\n"));
    }

    @Test
    void googlesModuleTakesObjectsWhereTheResourceHasBlocks() {
        States call = States.google()
                .declared("module.images", "main.tf:3")
                .tags(false, "immutable_tags = false")
                .noPolicy()
                .exposed(Reach.ANONYMOUS, "allUsers has roles/artifactregistry.reader");

        assertThat(change(call, "requireTagImmutability", PolicyLevel.MINIMUM).content())
                .isEqualTo("docker_config = {\n  immutable_tags = true\n}\n");
        assertThat(change(call, "requireLifecyclePolicy", PolicyLevel.MINIMUM).content())
                .contains("cleanup_policies = {\n  keep-20-versions = {\n");
        assertThat(change(call, "banPublicRegistry", PolicyLevel.MINIMUM).content())
                .startsWith("members = { readers = [");
    }

    private static Remedy.File change(States states, String rule, PolicyLevel level) {
        return states.judged(rule, level).remedies().get(0).files().get(0);
    }

    private static String content(Judgement judgement) {
        return judgement.remedies().get(0).files().get(0).content();
    }
}
