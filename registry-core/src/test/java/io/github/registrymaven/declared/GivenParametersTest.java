package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.image;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.RepositoryState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A default does not count where a template is given another value. */
class GivenParametersTest {
    private static final String MODULE = """
            param name string
            param admin bool = true
            param network string = 'Enabled'
            resource acr 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
              name: name
              sku: { name: 'Premium' }
              properties: {
                adminUserEnabled: admin
                publicNetworkAccess: network
              }
            }
            """;

    private static final String ARM = """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "parameters": {"admin": {"type": "bool", "defaultValue": true}},
              "resources": [{
                "type": "Microsoft.ContainerRegistry/registries",
                "name": "acme",
                "properties": {"adminUserEnabled": "[parameters('admin')]"}
              }]
            }
            """;

    private static final String REPOSITORY = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              Mutability: {Type: String, Default: MUTABLE}
            Resources:
              App:
                Type: AWS::ECR::Repository
                Properties: {RepositoryName: app, ImageTagMutability: !Ref Mutability}
            """;

    @TempDir
    Path folder;

    private Path infra;

    @BeforeEach
    void emptyFolder() {
        infra = folder.resolve("infra");
    }

    @Test
    void givesABicepModuleWhatItsUserGivesIt() {
        write("modules/acr.bicep", MODULE);
        write("main.bicep", """
                param prefix string = 'acme'
                module registry './modules/acr.bicep' = {
                  name: 'registry'
                  params: { name: '${prefix}prod', admin: false, network: 'Disabled' }
                }
                """);
        RepositoryState acr = state(read(), "acr");

        assertThat(seen(acr.adminUser())).isFalse();
        assertThat(seen(acr.exposure()).reach()).isEqualTo(Exposure.Reach.PRIVATE_NETWORK);
        assertThat(read().governing(image("acmeprod.azurecr.io/app:1"))).hasSize(1);
    }

    @Test
    void handsValuesOnThroughSeveralModules() {
        write("acr.bicep", MODULE);
        write("platform.bicep", """
                param locked bool = false
                module registry 'acr.bicep' = { params: { name: 'acme', admin: !locked } }
                """);
        write("main.bicep", "module platform 'platform.bicep' = { params: { locked: true } }\n");

        assertThat(seen(state(read(), "acr").adminUser())).isFalse();
    }

    @Test
    void leavesOpenWhatUsersOfAModuleGiveDifferently() {
        write("acr.bicep", MODULE);
        write("dev.bicep", "module registry 'acr.bicep' = { params: { name: 'acme', admin: true } }\n");
        write("prod.bicep", "module registry 'acr.bicep' = { params: { name: 'acme', admin: false } }\n");
        RepositoryState acr = state(read(), "acr");

        assertThat(unseen(acr.adminUser()))
                .isEqualTo("the parameter admin depends on which is used of infra/dev.bicep, infra/prod.bicep"
                        + " (infra/acr.bicep:8)");
        assertThat(seen(acr.exposure()).reach()).isEqualTo(Exposure.Reach.NAMED_PRINCIPALS);
    }

    @Test
    void knowsWhatEachRunOfALoopIsGivenAlike() {
        write("acr.bicep", MODULE);
        write("main.bicep", """
                module registries 'acr.bicep' = [for (name, index) in ['acmea', 'acmeb']: {
                  params: { name: name, admin: false, network: index == 0 ? 'Enabled' : 'Disabled' }
                }]
                """);
        RepositoryState acr = state(read(), "acr");

        assertThat(seen(acr.adminUser())).isFalse();
        assertThat(unseen(acr.exposure())).startsWith("index is another in each run of the loop");
    }

    @Test
    void leavesOutAModuleThatIsNotDeployed() {
        write("acr.bicep", MODULE);
        write("main.bicep", """
                param own bool = false
                module registry 'acr.bicep' = if (own) { params: { name: 'acme' } }
                """);

        assertThat(read().states()).isEmpty();
    }

    @Test
    void doubtsAModuleThatMayNotBeDeployed() {
        write("acr.bicep", MODULE);
        write("main.bicep", """
                param own bool
                module registry 'acr.bicep' = if (own) { params: { name: 'acme' } }
                """);

        assertThat(state(read(), "acr").doubt())
                .isEqualTo("whether infra/main.bicep deploys it is not known" + " (infra/main.bicep:2)");
    }

    @Test
    void endsWhereModulesUseEachOther() {
        write("acr.bicep", MODULE + "module other 'main.bicep' = { params: { locked: admin } }\n");
        write("main.bicep", """
                param locked bool = false
                module registry 'acr.bicep' = { params: { name: 'acme', admin: locked } }
                """);

        assertThat(read().states()).hasSize(1);
    }

    @Test
    void takesTheValuesOfAFileOfParametersForBicep() {
        write("main.bicep", MODULE);
        write("prod.bicepparam", "using './main.bicep'\nparam name = 'acme'\nparam admin = !true\n");

        assertThat(seen(state(read(), "acr").adminUser())).isFalse();
    }

    @Test
    void leavesOpenWhatFilesOfParametersSetDifferently() {
        write("main.bicep", MODULE);
        write("dev.bicepparam", "using './main.bicep'\nparam name = 'acmedev'\n");
        write("prod.bicepparam", "using './main.bicep'\nparam name = 'acme'\nparam admin = false\n");

        assertThat(unseen(state(read(), "acr").adminUser()))
                .startsWith(
                        "the parameter admin depends on which is used of infra/dev.bicepparam, infra/prod.bicepparam");
    }

    @Test
    void leavesOpenWhatAFileOfParametersForArmMaySet() {
        write("azuredeploy.json", ARM);
        write("azuredeploy.parameters.json", armParameters("{\"admin\": {\"value\": false}}"));

        assertThat(unseen(state(read(), "Microsoft.ContainerRegistry/registries/acme")
                        .adminUser()))
                .startsWith("the parameter admin depends on which is used of infra/azuredeploy.parameters.json and its"
                        + " default");
    }

    @Test
    void takesNoNoticeOfParametersForAnotherTemplate() {
        write("azuredeploy.json", ARM);
        write("network.parameters.json", armParameters("{\"admin\": {\"value\": false}, \"mask\": {\"value\": 8}}"));

        assertThat(seen(state(read(), "Microsoft.ContainerRegistry/registries/acme")
                        .adminUser()))
                .isTrue();
    }

    @Test
    void givesALinkedDeploymentWhatItsUserGivesIt() {
        write("nested/acr.json", ARM);
        write("azuredeploy.json", """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "resources": [{
                    "type": "Microsoft.Resources/deployments",
                    "name": "registry",
                    "properties": {
                      "templateLink": {"relativePath": "nested/acr.json"},
                      "parameters": {"admin": {"value": "[not(true())]"}}
                    }
                  }]
                }
                """);

        assertThat(seen(state(read(), "Microsoft.ContainerRegistry/registries/acme")
                        .adminUser()))
                .isFalse();
    }

    @Test
    void leavesOutWhatALinkedDeploymentMakesThatItsParametersSwitchOff() {
        write("nested/acr.json", ARM);
        write("azuredeploy.parameters.json", armParameters("{\"deploy\": {\"value\": false}}"));
        write("azuredeploy.json", """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "parameters": {"deploy": {"type": "bool"}},
                  "resources": [{
                    "type": "Microsoft.Resources/deployments",
                    "name": "registry",
                    "condition": "[parameters('deploy')]",
                    "properties": {"templateLink": {"relativePath": "nested/acr.json"}}
                  }]
                }
                """);

        assertThat(read().states()).isEmpty();
    }

    @Test
    void knowsATemplateThatIsLinkedByAnAddressByItsName() {
        write("nested/acr.json", ARM);
        write("azuredeploy.json", """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "parameters": {"artifacts": {"type": "string"}},
                  "resources": [{
                    "type": "Microsoft.Resources/deployments",
                    "name": "registry",
                    "properties": {
                      "templateLink": {"uri": "[concat(parameters('artifacts'), '/nested/acr.json')]"},
                      "parameters": {"admin": {"value": false}}
                    }
                  }]
                }
                """);

        assertThat(unseen(state(read(), "Microsoft.ContainerRegistry/registries/acme")
                        .adminUser()))
                .contains("the parameter admin depends on which is used of infra/azuredeploy.json and its default");
    }

    @Test
    void givesANestedStackWhatItsParentGivesIt() {
        write("ecr.yaml", REPOSITORY);
        write("parent.yaml", """
                AWSTemplateFormatVersion: '2010-09-09'
                Resources:
                  Registry:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: ./ecr.yaml
                      Parameters: {Mutability: IMMUTABLE}
                """);

        assertThat(seen(state(read(), "App").tags()).immutable()).isTrue();
    }

    @Test
    void knowsANestedStackInABucketByItsName() {
        write("templates/ecr.yaml", REPOSITORY);
        write("main.yaml", """
                AWSTemplateFormatVersion: '2010-09-09'
                Parameters: {Bucket: {Type: String}}
                Resources:
                  Registry:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: !Sub https://${Bucket}.s3.${AWS::URLSuffix}/templates/ecr.yaml
                      Parameters: {Mutability: IMMUTABLE}
                """);

        assertThat(unseen(state(read(), "App").tags()))
                .startsWith("the parameter Mutability depends on which is used of infra/main.yaml and its default");
    }

    @Test
    void readsTheParametersThatTheToolsForCloudFormationTake() {
        write("ecr.yaml", REPOSITORY);
        write("prod.json", "[{\"ParameterKey\": \"Mutability\", \"ParameterValue\": \"IMMUTABLE\"}]");
        assertThat(unseen(state(read(), "App").tags())).contains("infra/prod.json and its default");

        write("prod.json", "{\"Parameters\": {\"Mutability\": \"IMMUTABLE\"}, \"Tags\": {}}");
        assertThat(unseen(state(read(), "App").tags())).contains("infra/prod.json and its default");

        write("prod.json", "{\"Parameters\": {\"Mutability\": \"MUTABLE\"}}");
        assertThat(seen(state(read(), "App").tags()).immutable()).isFalse();
    }

    private static String armParameters(String parameters) {
        return "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\","
                + " \"parameters\": " + parameters + "}";
    }

    private void write(String name, String content) {
        Fixtures.write(infra, name, content);
    }

    private Declared read() {
        Declared declared = new DeclaredSources(folder).read(List.of(infra));
        assertThat(declared.problems()).isEmpty();
        return declared;
    }
}
