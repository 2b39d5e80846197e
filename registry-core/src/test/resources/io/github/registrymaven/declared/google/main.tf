provider "google" {
  project = "acme-prod"
  region  = "europe-west3"
}

resource "google_project_service" "apis" {
  for_each = toset(["artifactregistry.googleapis.com", "containerscanning.googleapis.com"])
  service  = each.value
}

resource "google_artifact_registry_repository" "images" {
  location      = "europe-west3"
  repository_id = "images"
  format        = "DOCKER"
  kms_key_name  = google_kms_crypto_key.images.id

  docker_config {
    immutable_tags = true
  }

  cleanup_policy_dry_run = false

  cleanup_policies {
    id     = "delete-untagged"
    action = "DELETE"
    condition {
      tag_state  = "UNTAGGED"
      older_than = "14d"
    }
  }

  cleanup_policies {
    id     = "keep-newest"
    action = "KEEP"
    most_recent_versions {
      package_name_prefixes = ["orders"]
      keep_count            = 10
    }
  }
}

resource "google_artifact_registry_repository_iam_member" "everybody" {
  location   = google_artifact_registry_repository.images.location
  repository = google_artifact_registry_repository.images.name
  role       = "roles/artifactregistry.reader"
  member     = "allUsers"
}

resource "google_artifact_registry_repository" "internal" {
  location      = "europe-west3"
  repository_id = "internal"
  format        = "DOCKER"

  vulnerability_scanning_config {
    enablement_config = "DISABLED"
  }
}

resource "google_artifact_registry_repository_iam_binding" "internal" {
  repository = "projects/acme-prod/locations/europe-west3/repositories/internal"
  role       = "roles/artifactregistry.writer"
  members    = ["serviceAccount:${google_service_account.ci.email}"]
}

resource "google_artifact_registry_repository" "shared" {
  location      = "europe-west3"
  repository_id = "shared"
  format        = "DOCKER"
}

data "google_iam_policy" "shared" {
  binding {
    role    = "roles/artifactregistry.reader"
    members = ["allAuthenticatedUsers"]
  }
}

resource "google_artifact_registry_repository_iam_policy" "shared" {
  repository  = google_artifact_registry_repository.shared.name
  policy_data = data.google_iam_policy.shared.policy_data
}

resource "google_artifact_registry_repository" "cache" {
  location      = "europe-west3"
  repository_id = "cache"
  format        = "DOCKER"
  mode          = "REMOTE_REPOSITORY"
}

resource "google_artifact_registry_repository" "maven" {
  location      = "europe-west3"
  repository_id = "maven"
  format        = "MAVEN"
}

resource "google_container_registry" "old" {
  location = "EU"
}
