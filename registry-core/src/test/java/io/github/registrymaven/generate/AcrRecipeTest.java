package io.github.registrymaven.generate;

import static io.github.registrymaven.generate.Generations.GITHUB;
import static io.github.registrymaven.generate.Generations.GITLAB;
import static io.github.registrymaven.generate.Generations.all;
import static io.github.registrymaven.generate.Generations.file;
import static io.github.registrymaven.generate.Generations.generate;
import static io.github.registrymaven.generate.Generations.golden;
import static io.github.registrymaven.generate.Generations.paths;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whole texts are in golden files, which are read like code when they change. */
class AcrRecipeTest {
    @Test
    void generatesForGithub() throws IOException {
        Generation generation = generate(GITHUB, "acmeprod.azurecr.io/team/app:1.0", "acmeprod.azurecr.io/team/db:1.0");

        assertThat(all(generation)).isEqualTo(golden("azure-github.txt"));
    }

    @Test
    void generatesForGitlab() throws IOException {
        Generation generation = generate(GITLAB, "acmeprod.azurecr.io/team/app:1.0");

        assertThat(all(generation)).isEqualTo(golden("azure-gitlab.txt"));
    }

    @Test
    void saysBothRolesSinceTheRegistrysModeIsNotKnown() {
        Generation generation = generate(GITHUB, "acmeprod.azurecr.io/team/app:1.0");

        assertThat(generation.notes())
                .anyMatch(note -> note.contains("AcrPush, for all its repositories")
                        && note.contains("Container Registry Repository Writer, narrowed to those at hand"));
        assertThat(file(generation, "azure-acmeprod/create-identity-github.sh"))
                .contains("if [ \"$mode\" = AbacRepositoryPermissions ]; then");
    }

    @Test
    void oneConditionHoldsAllRepositoriesOfARegistryAndNoneOfAnother() {
        Generation generation =
                generate(GITHUB, "acmeprod.azurecr.io/b:1", "acmeprod.azurecr.io/a:1", "acmetest.azurecr.io/c:1");

        assertThat(file(generation, "azure-acmeprod/push-condition.txt"))
                .contains("StringEqualsIgnoreCase 'a'\n    OR\n    @Request[")
                .doesNotContain("'c'");
        assertThat(file(generation, "github-actions.yml"))
                .contains("az acr login --name acmeprod", "az acr login --name acmetest");
    }

    @Test
    void tellsTheHashOfALoginServer() {
        Generation generation = generate(GITHUB, "acmeprod-hnf4a8c2dkb9fsep.azurecr.io/app:1");

        assertThat(file(generation, "github-actions.yml")).contains("az acr login --name acmeprod-hnf4a8c2dkb9fsep\n");
    }

    @Test
    void namesThingsAsTheCloudOfTheRegistryDoes() {
        Generation china = generate(null, "acmeprod.azurecr.cn/app:1");
        Generation government = generate(null, "acmeprod.azurecr.us/app:1");

        assertThat(file(china, "github-actions.yml"))
                .contains("environment: azurechinacloud", "audience: api://AzureADTokenExchangeChina");
        assertThat(file(china, "gitlab-ci.yml")).contains("https://login.partner.microsoftonline.cn/");
        assertThat(file(government, "azure-acmeprod/push.bicep")).contains("'api://AzureADTokenExchangeUSGov'");
    }

    @Test
    void credentialsOfOneIdentityAreMadeOneAfterTheOther() {
        Generation unknown = generate(null, "acmeprod.azurecr.io/app:1");

        assertThat(file(unknown, "azure-acmeprod/push.bicep")).contains("  dependsOn: [\n    github\n  ]\n");
        assertThat(file(unknown, "azure-acmeprod/push.tf"))
                .contains("= [azurerm_federated_identity_credential.github]");
    }

    @Test
    void nothingIsStoredAndNoRegistryIsMade() {
        Generation generation = generate(null, "acmeprod.azurecr.io/app:1");

        assertThat(all(generation))
                .doesNotContain("secrets.", "az acr create", "resource \"azurerm_container_registry\"");
        assertThat(paths(generation)).contains("azure-acmeprod/create-identity-gitlab.sh", "gitlab-ci.yml");
    }
}
