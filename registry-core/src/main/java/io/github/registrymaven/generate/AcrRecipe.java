package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.AcrRoles;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Azure Container Registry: for each registry an identity without a secret that CI's jobs are vouched for as, with the role to push, by
 * commands, in Bicep and in Terraform. Repositories are made by the first push to them, so nothing is declared of those.
 */
final class AcrRecipe implements Recipe {
    private static final String AUDIENCE = "api://AzureADTokenExchange";
    /** As whom ACR takes a refresh token of its own for a password. */
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ACR;
    }

    /**
     * A registry, in the cloud that its host's name ends in.
     *
     * @param only whether the images go to no other
     */
    private record Registry(String host, String name, String suffix, boolean only) {
        String folder() {
            return "azure-" + name + "/";
        }

        /** The variable of CI with the client id of who pushes to it. */
        String client() {
            return "AZURE_CLIENT_ID" + (only ? "" : "_" + name.toUpperCase(Locale.ROOT));
        }

        String variable(String what) {
            return "ACR_" + name.toUpperCase(Locale.ROOT) + "_" + what;
        }

        /** As azure/login names it; empty for the cloud that it takes for granted. */
        String cloud() {
            return switch (suffix) {
                case "azurecr.cn" -> "azurechinacloud";
                case "azurecr.us" -> "azureusgovernment";
                default -> "";
            };
        }

        String authority() {
            return switch (suffix) {
                case "azurecr.cn" -> "https://login.partner.microsoftonline.cn";
                case "azurecr.us" -> "https://login.microsoftonline.us";
                default -> "https://login.microsoftonline.com";
            };
        }

        /** Whom a token is for that the registry takes; that for registries is known of the public cloud only. */
        String scope() {
            return switch (suffix) {
                case "azurecr.cn" -> "https://management.chinacloudapi.cn/.default";
                case "azurecr.us" -> "https://management.usgovcloudapi.net/.default";
                default -> "https://containerregistry.azure.net/.default";
            };
        }
    }

    @Override
    public Ingredients of(List<ImageReference> images, Project project) {
        Map<String, RegistryAddress.Acr> hosts = new TreeMap<>();
        for (ImageReference image : images) {
            if (RegistryAddress.of(image) instanceof RegistryAddress.Acr acr) {
                hosts.put(image.host(), acr);
            }
        }
        List<GeneratedFile> files = new ArrayList<>();
        List<CiLogin> logins = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        hosts.forEach((host, acr) -> {
            Registry registry = new Registry(host, acr.name(), acr.suffix(), hosts.size() == 1);
            files.addAll(files(registry, project));
            logins.add(login(registry));
            notes.add("set the variables " + registry.client()
                    + (project.forges().contains(Forge.GITHUB)
                            ? ", AZURE_TENANT_ID and AZURE_SUBSCRIPTION_ID"
                            : " and AZURE_TENANT_ID")
                    + " of CI; create-identity prints them");
            notes.add(
                    host + ": the role is " + AcrRoles.REGISTRY_WIDE + ", or " + AcrRoles.BY_REPOSITORY
                            + " where the registry assigns roles by repository: the script looks, Bicep and Terraform have to be told");
        });
        return new Ingredients(files, logins, notes);
    }

    private static List<GeneratedFile> files(Registry registry, Project project) {
        List<GeneratedFile> files = new ArrayList<>();
        for (Forge forge : project.forges()) {
            files.add(new GeneratedFile(
                    registry.folder() + "create-identity-" + forge.id() + ".sh",
                    commands(registry, project, forge),
                    "lets jobs of " + forge.title() + " push to this registry, with the Azure CLI"));
        }
        files.add(new GeneratedFile(
                registry.folder() + "push-access.bicep", bicep(registry, project), "declares the same in Bicep"));
        files.add(new GeneratedFile(
                registry.folder() + "push-access.tf", terraform(registry, project), "declares the same in Terraform"));
        return files;
    }

    private static String identity(Project project) {
        return project.role().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private static String commands(Registry registry, Project project, Forge forge) {
        return """
                #!/bin/sh
                # Makes who pushes from %1$s: an identity without a secret, for the jobs of one branch of one project, and its role on the
                # registry %2$s. Run it once, as somebody who may assign roles there.
                set -eu
                subject='%3$s'
                case "$subject" in
                  *OWNER/REPOSITORY* | *GROUP/PROJECT*)
                    echo "Fill in the project in subject= first." >&2
                    exit 1
                    ;;
                esac
                id=$(az acr show --name %2$s --query id --output tsv)
                group=$(az acr show --name %2$s --query resourceGroup --output tsv)
                mode=$(az acr show --name %2$s --query roleAssignmentMode --output tsv)
                az identity show --name %4$s --resource-group "$group" > /dev/null 2>&1 ||
                  az identity create --name %4$s --resource-group "$group" > /dev/null
                az identity federated-credential create --name %5$s --identity-name %4$s --resource-group "$group" \\
                  --issuer https://%6$s --subject "$subject" --audiences %7$s > /dev/null
                role='%8$s'
                if [ "$mode" = %9$s ]; then role='%10$s'; fi
                principal=$(az identity show --name %4$s --resource-group "$group" --query principalId --output tsv)
                az role assignment create --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal \\
                  --role "$role" --scope "$id" > /dev/null
                echo "Set these variables of the project at %1$s:"
                echo "  %11$s $(az identity show --name %4$s --resource-group "$group" --query clientId --output tsv)"
                echo "  AZURE_TENANT_ID $(az identity show --name %4$s --resource-group "$group" --query tenantId --output tsv)"
                echo "  AZURE_SUBSCRIPTION_ID $(az account show --query id --output tsv)"
                """.formatted(
                        forge.title(),
                        registry.name(),
                        project.subject(forge),
                        identity(project),
                        forge.id(),
                        project.issuer(forge),
                        AUDIENCE,
                        AcrRoles.REGISTRY_WIDE,
                        AcrRoles.MODE_BY_REPOSITORY,
                        AcrRoles.BY_REPOSITORY,
                        registry.client());
    }

    private static String bicep(Registry registry, Project project) {
        StringBuilder trusts = new StringBuilder();
        Forge before = null;
        for (Forge forge : project.forges()) {
            trusts.append("""

                    resource %1$s 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
                      parent: identity
                      name: '%1$s'
                    %2$s  properties: {
                        issuer: 'https://%3$s'
                        subject: '%4$s'
                        audiences: ['%5$s']
                      }
                    }
                    """.formatted(
                            forge.id(),
                            // Azure writes one after the other only.
                            before == null ? "" : "  dependsOn: [" + before.id() + "]\n",
                            project.issuer(forge),
                            project.subject(forge),
                            AUDIENCE));
            before = forge;
        }
        return """
                // Goes to the resource group of the registry:
                //   az deployment group create --resource-group GROUP --template-file push-access.bicep
                @description('Whether "az acr show --name %1$s --query roleAssignmentMode" says %2$s')
                param rolesByRepository bool = false
                param location string = resourceGroup().location

                resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
                  name: '%1$s'
                }

                resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
                  name: '%3$s'
                  location: location
                }
                %4$s
                // %5$s, or %6$s
                var role = subscriptionResourceId(
                  'Microsoft.Authorization/roleDefinitions',
                  rolesByRepository ? '%7$s' : '%8$s'
                )

                resource push 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
                  name: guid(registry.id, identity.id, role)
                  scope: registry
                  properties: {
                    roleDefinitionId: role
                    principalId: identity.properties.principalId
                    principalType: 'ServicePrincipal'
                  }
                }

                output clientId string = identity.properties.clientId
                output tenantId string = identity.properties.tenantId
                """.formatted(
                        registry.name(),
                        AcrRoles.MODE_BY_REPOSITORY,
                        identity(project),
                        trusts,
                        AcrRoles.BY_REPOSITORY,
                        AcrRoles.REGISTRY_WIDE,
                        AcrRoles.BY_REPOSITORY_ID,
                        AcrRoles.REGISTRY_WIDE_ID);
    }

    private static String terraform(Registry registry, Project project) {
        StringBuilder trusts = new StringBuilder();
        for (Forge forge : project.forges()) {
            trusts.append("""

                    resource "azurerm_federated_identity_credential" "%1$s" {
                      name                = "%1$s"
                      resource_group_name = var.resource_group
                      parent_id           = azurerm_user_assigned_identity.push.id
                      issuer              = "https://%2$s"
                      subject             = "%3$s"
                      audience            = ["%4$s"]
                    }
                    """.formatted(forge.id(), project.issuer(forge), project.subject(forge), AUDIENCE));
        }
        return """
                variable "resource_group" {
                  description = "The resource group of the registry"
                  type        = string
                }

                variable "roles_by_repository" {
                  description = "Whether \\"az acr show --name %1$s --query roleAssignmentMode\\" says %2$s"
                  type        = bool
                  default     = false
                }

                data "azurerm_container_registry" "registry" {
                  name                = "%1$s"
                  resource_group_name = var.resource_group
                }

                resource "azurerm_user_assigned_identity" "push" {
                  name                = "%3$s"
                  resource_group_name = var.resource_group
                  location            = data.azurerm_container_registry.registry.location
                }
                %4$s
                resource "azurerm_role_assignment" "push" {
                  scope                = data.azurerm_container_registry.registry.id
                  role_definition_name = var.roles_by_repository ? "%5$s" : "%6$s"
                  principal_id         = azurerm_user_assigned_identity.push.principal_id
                  principal_type       = "ServicePrincipal"
                }

                output "client_id" {
                  value = azurerm_user_assigned_identity.push.client_id
                }
                """.formatted(
                        registry.name(),
                        AcrRoles.MODE_BY_REPOSITORY,
                        identity(project),
                        trusts,
                        AcrRoles.BY_REPOSITORY,
                        AcrRoles.REGISTRY_WIDE);
    }

    private static CiLogin login(Registry registry) {
        List<String> steps = new ArrayList<>(List.of(
                "- uses: azure/login@v2",
                "  with:",
                "    client-id: ${{ vars." + registry.client() + " }}",
                "    tenant-id: ${{ vars.AZURE_TENANT_ID }}",
                "    subscription-id: ${{ vars.AZURE_SUBSCRIPTION_ID }}"));
        if (!registry.cloud().isEmpty()) {
            steps.add("    environment: " + registry.cloud());
        }
        steps.add("- run: az acr login --name " + registry.name());
        String user = registry.variable("USER");
        String token = registry.variable("TOKEN");
        return new CiLogin(
                steps,
                Map.of("id-token", "write"),
                List.of("AZURE_ID_TOKEN: {aud: '" + AUDIENCE + "'}"),
                Map.of(user, NOBODY),
                exchange(registry, token),
                Map.of(),
                Map.of(registry.host(), new CiLogin.UserAndPassword(user, token, false)));
    }

    /** The job's token for one of Entra ID's, and that for one of the registry, which lasts three hours. */
    private static List<String> exchange(Registry registry, String token) {
        return List.of(
                "entra=$(curl --silent --show-error --fail " + registry.authority()
                        + "/$AZURE_TENANT_ID/oauth2/v2.0/token"
                        + " --data grant_type=client_credentials --data \"client_id=$" + registry.client() + "\""
                        + " --data-urlencode scope=" + registry.scope()
                        + " --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                        + " --data-urlencode \"client_assertion=$AZURE_ID_TOKEN\" | " + CiLogin.member("access_token")
                        + ")",
                "export " + token + "=$(curl --silent --show-error --fail https://" + registry.host()
                        + "/oauth2/exchange"
                        + " --data grant_type=access_token --data service=" + registry.host()
                        + " --data \"tenant=$AZURE_TENANT_ID\" --data-urlencode \"access_token=$entra\" | "
                        + CiLogin.member("refresh_token") + ")");
    }
}
