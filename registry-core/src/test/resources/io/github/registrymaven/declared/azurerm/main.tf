resource "azurerm_container_registry" "four" {
  name                          = "acmeProd"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = "westeurope"
  sku                           = "Premium"
  admin_enabled                 = false
  public_network_access_enabled = false
  retention_policy_in_days      = 10

  encryption {
    key_vault_key_id   = azurerm_key_vault_key.images.id
    identity_client_id = azurerm_user_assigned_identity.acr.client_id
  }
}

resource "azurerm_container_registry_task" "purge" {
  name                  = "purge"
  container_registry_id = azurerm_container_registry.four.id

  platform {
    os = "Linux"
  }

  encoded_step {
    task_content = base64encode(<<-EOT
      version: v1.1.0
      steps:
        - cmd: acr purge --filter 'orders:^pr-.*' --ago 30d --untagged
          disableWorkingDirectoryOverride: true
          timeout: 3600
    EOT
    )
  }

  timer_trigger {
    name     = "nightly"
    schedule = "0 1 * * *"
  }
}

resource "azurerm_container_registry_task" "build" {
  name                  = "build"
  container_registry_id = azurerm_container_registry.four.id

  docker_step {
    dockerfile_path = "Dockerfile"
  }
}

resource "azurerm_container_registry" "three" {
  name                   = "acmedev"
  sku                    = "Premium"
  admin_enabled          = true
  anonymous_pull_enabled = true

  retention_policy {
    days    = 30
    enabled = true
  }
}

resource "azurerm_container_registry" "basic" {
  name = "acmebasic"
  sku  = "Basic"

  retention_policy_in_days = 7
}

resource "azurerm_container_registry" "walled" {
  name          = "acmewalled"
  sku           = "Premium"
  admin_enabled = var.admin

  network_rule_set {
    default_action = "Deny"
    ip_rule {
      action   = "Allow"
      ip_range = "192.0.2.0/24"
    }
  }
}

resource "azurerm_security_center_subscription_pricing" "containers" {
  tier          = "Standard"
  resource_type = "Containers"
}
