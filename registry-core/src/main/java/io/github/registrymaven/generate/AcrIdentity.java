package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.AcrPush;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.List;
import java.util.Locale;

/**
 * Who pushes to one registry on Azure from CI: a user-assigned managed identity, which jobs of one project may take without a secret.
 *
 * @see <a href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation">Workload identity federation</a>
 */
record AcrIdentity(RegistryAddress.Acr registry, String host, Project project) {
    AzureCloud cloud() {
        return AzureCloud.of(registry.suffix());
    }

    /** A variable of CI about it. */
    String variable(String what) {
        return "AZURE_" + what + "_" + registry.name().toUpperCase(Locale.ROOT);
    }

    /** Makes it, with the Azure CLI, and may be run twice. */
    String commands(Forge forge) {
        return """
                #!/bin/sh
                # Makes who pushes from %1$s to %2$s, without a secret. Run it once, as somebody who may assign roles on it.
                set -eu
                cd "$(dirname "$0")"
                case '%3$s' in
                  *OWNER/REPOSITORY* | *GROUP/PROJECT*)
                    echo "Fill in the project in $0 first." >&2
                    exit 1
                    ;;
                esac
                registry=$(az acr show --name %4$s --query id --output tsv)
                group=$(az acr show --name %4$s --query resourceGroup --output tsv)
                mode=$(az acr show --name %4$s --query roleAssignmentMode --output tsv)
                az identity create --name %5$s --resource-group "$group" --output none
                az identity federated-credential create --name %6$s --identity-name %5$s --resource-group "$group" \\
                  --issuer https://%7$s --subject '%3$s' --audiences %8$s --output none
                principal=$(az identity show --name %5$s --resource-group "$group" --query principalId --output tsv)
                # The role of one mode does nothing under the other.
                if [ "$mode" = %9$s ]; then
                  az role assignment create --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal \\
                    --role "%10$s" --scope "$registry" \\
                    --condition "$(cat push-condition.txt)" --condition-version 2.0 --output none
                else
                  az role assignment create --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal \\
                    --role %11$s --scope "$registry" --output none
                fi
                echo "Set the variables of CI:"
                echo "%12$s=$(az identity show --name %5$s --resource-group "$group" --query clientId --output tsv)"
                echo "%13$s=$(az identity show --name %5$s --resource-group "$group" --query tenantId --output tsv)"
                """.formatted(
                        forge.title(),
                        host,
                        project.subject(forge),
                        registry.name(),
                        project.identity(),
                        forge.id(),
                        project.issuer(forge),
                        cloud().audience(),
                        AcrPush.BY_REPOSITORY_MODE,
                        AcrPush.BY_REPOSITORY,
                        AcrPush.REGISTRY_WIDE,
                        variable("CLIENT_ID"),
                        variable("TENANT_ID"));
    }

    /** What a job without the Azure CLI does to become it: its own token for one of Entra's, that for one of the registry's. */
    List<String> exchange() {
        String tenant = variable("TENANT_ID");
        String token = variable("TOKEN");
        return List.of(
                "AZURE_ACCESS=\"$(curl -sS --fail \"https://" + cloud().entra() + "/$" + tenant + "/oauth2/v2.0/token\""
                        + " --data-urlencode grant_type=client_credentials"
                        + " --data-urlencode \"client_id=$" + variable("CLIENT_ID") + "\""
                        + " --data-urlencode scope=https://containerregistry.azure.net/.default"
                        + " --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                        + " --data-urlencode \"client_assertion=$AZURE_ID_TOKEN\" " + GitlabJob.reading("access_token"),
                token + "=\"$(curl -sS --fail https://" + host + "/oauth2/exchange"
                        + " --data-urlencode grant_type=access_token --data-urlencode service=" + host
                        + " --data-urlencode \"tenant=$" + tenant + "\""
                        + " --data-urlencode \"access_token=$AZURE_ACCESS\" " + GitlabJob.reading("refresh_token"),
                "test -n \"$" + token + "\"");
    }
}
