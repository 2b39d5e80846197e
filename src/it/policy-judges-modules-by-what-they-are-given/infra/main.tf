module "acr" {
  source  = "Azure/avm-res-containerregistry-registry/azurerm"
  version = "~> 0.4"

  name          = "acmeprod"
  admin_enabled = true
}

module "images" {
  source  = "GoogleCloudPlatform/artifact-registry/google"
  version = "~> 0.3.0"

  project_id    = "acme-prod"
  location      = "europe-west1"
  repository_id = "team"
  format        = "DOCKER"
}
