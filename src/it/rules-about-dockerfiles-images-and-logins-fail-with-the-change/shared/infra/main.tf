resource "azurerm_container_registry" "main" {
  name                = "acme"
  resource_group_name = "platform"
  location            = "westeurope"
  sku                 = "Standard"
  admin_enabled       = true
}
