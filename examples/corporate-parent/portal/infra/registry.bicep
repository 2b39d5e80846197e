var purge = '''
version: v1.1.0
steps:
  - cmd: acr purge --filter 'portal:.*' --ago 180d --keep 20 --untagged
'''

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'exampleshop'
  location: 'westeurope'
  sku: {
    name: 'Premium'
  }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
    networkRuleSet: {
      defaultAction: 'Deny'
    }
    policies: {
      retentionPolicy: {
        status: 'enabled'
        days: 7
      }
    }
  }

  resource nightly 'tasks@2019-06-01-preview' = {
    name: 'purge'
    location: 'westeurope'
    properties: {
      step: {
        type: 'EncodedTask'
        encodedTaskContent: base64(purge)
      }
      trigger: {
        timerTriggers: [
          {
            name: 'nightly'
            schedule: '0 2 * * *'
          }
        ]
      }
    }
  }
}

resource defender 'Microsoft.Security/pricings@2024-01-01' = {
  name: 'Containers'
  properties: {
    pricingTier: 'Standard'
  }
}
