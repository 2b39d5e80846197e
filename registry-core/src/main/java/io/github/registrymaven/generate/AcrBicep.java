package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.AcrPush;

/** Who pushes to a registry, in Bicep. */
record AcrBicep(AcrIdentity identity, String condition) {
    String text() {
        return """
                // Who pushes to %1$s from CI, without a secret. Deploy it to the resource group of the registry, which has to be there.
                @description('Whether the registry assigns roles by repository: az acr show --name %2$s --query roleAssignmentMode is %3$s')
                param abac bool

                param location string = resourceGroup().location

                var condition = '''
                %4$s'''
                // %5$s, or %6$s
                var role = abac ? '%7$s' : '%8$s'

                resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
                  name: '%2$s'
                }

                resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
                  name: '%9$s'
                  location: location
                }
                %10$s
                resource push 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
                  name: guid(registry.id, identity.id, role)
                  scope: registry
                  properties: {
                    principalId: identity.properties.principalId
                    principalType: 'ServicePrincipal'
                    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
                    condition: abac ? condition : null
                    conditionVersion: abac ? '2.0' : null
                  }
                }

                output clientId string = identity.properties.clientId
                output tenantId string = identity.properties.tenantId
                """.formatted(
                        identity.host(),
                        identity.registry().name(),
                        AcrPush.BY_REPOSITORY_MODE,
                        condition,
                        AcrPush.BY_REPOSITORY,
                        AcrPush.REGISTRY_WIDE,
                        AcrPush.BY_REPOSITORY_ID,
                        AcrPush.REGISTRY_WIDE_ID,
                        identity.project().identity(),
                        trust());
    }

    private String trust() {
        StringBuilder all = new StringBuilder();
        String before = null;
        for (Forge forge : identity.project().forges()) {
            all.append("""

                    resource %1$s 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
                      parent: identity
                      name: '%1$s'
                    %5$s  properties: {
                        issuer: 'https://%2$s'
                        subject: '%3$s'
                        audiences: [
                          '%4$s'
                        ]
                      }
                    }
                    """.formatted(
                            forge.id(),
                            identity.project().issuer(forge),
                            identity.project().subject(forge),
                            identity.cloud().audience(),
                            // Azure takes one at a time for an identity.
                            before == null ? "" : "  dependsOn: [\n    " + before + "\n  ]\n"));
            before = forge.id();
        }
        return all.toString();
    }
}
