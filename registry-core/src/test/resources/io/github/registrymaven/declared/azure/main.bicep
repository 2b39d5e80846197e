targetScope = 'resourceGroup'

@description('The team that owns it, and it\'s short')
@allowed([
  'acme'
  'other'
])
param team string = 'acme'

@secure()
param secret string

param tags object = {
  owner: team
  'cost-center': '42'
}

param mode 'open' | 'closed' = 'closed'

type shape = {
  a: string
  b: int[]
}

var registryName = '${toLower(team)}prod'
var isClosed = mode == 'closed'
var content = '''
version: v1.1.0
steps:
  - cmd: acr purge --filter 'orders:.*' --ago 7d --untagged
'''

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'acme'
}

// The registry itself.
resource acr 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: registryName
  location: resourceGroup().location
  tags: union(tags, { env: 'prod' })
  sku: {
    name: 'Premium'
  }
  properties: {
    adminUserEnabled: false
    publicNetworkAccess: isClosed
      ? 'Disabled'
      : 'Enabled'
    policies: {
      retentionPolicy: { days: 21, status: 'enabled' }
    }
    networkRuleSet: {
      ipRules: [for ip in ['192.0.2.1']: {
        value: ip
      }]
    }
    encryption: {
      status: 'enabled'
      keyVaultProperties: {
        keyIdentifier: vault.properties.vaultUri
      }
    }
  }

  resource purge 'tasks@2019-06-01-preview' = {
    name: 'purge'
    properties: {
      step: {
        type: 'EncodedTask'
        encodedTaskContent: base64(content)
      }
      trigger: {
        timerTriggers: [
          { name: 'nightly', schedule: '0 1 * * *' }
        ]
      }
    }
  }
}

resource extra 'Microsoft.ContainerRegistry/registries@2023-07-01' = if (!isClosed) {
  name: 'never'
}

resource doubtful 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'a${uniqueString(resourceGroup().id)}'
  sku: {
    name: secret
  }
  properties: {
    adminUserEnabled: bool(secret)
  }
}

module network './network.bicep' = {
  name: 'network'
  params: {
    a: [
      1
      2
    ]
  }
}

output loginServer string = acr.properties.loginServer
