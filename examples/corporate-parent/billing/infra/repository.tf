resource "google_project_service" "scanning" {
  project = "example-shop"
  service = "containerscanning.googleapis.com"
}

resource "google_artifact_registry_repository" "services" {
  project       = "example-shop"
  location      = "europe-west3"
  repository_id = "services"
  format        = "DOCKER"

  docker_config {
    immutable_tags = true
  }

  cleanup_policies {
    id     = "untagged"
    action = "DELETE"
    condition {
      tag_state  = "UNTAGGED"
      older_than = "7d"
    }
  }

  cleanup_policies {
    id     = "old"
    action = "DELETE"
    condition {
      tag_state  = "TAGGED"
      older_than = "180d"
    }
  }

  cleanup_policies {
    id     = "newest"
    action = "KEEP"
    most_recent_versions {
      keep_count = 20
    }
  }
}
