terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

locals {
  prefix = "${var.environment}/${lower(var.team)}"

  services = {
    orders   = { immutable = true }
    payments = { immutable = false }
  }

  expire_untagged = {
    rulePriority = 1
    selection = {
      tagStatus   = "untagged"
      countType   = "sinceImagePushed"
      countUnit   = "days"
      countNumber = var.untagged_days
    }
    action = { type = "expire" }
  }
}

# One repository with everything written out.
resource "aws_ecr_repository" "app" {
  name                 = "${local.prefix}/app"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "latest"
    filter_type = "WILDCARD"
  }

  dynamic "image_tag_mutability_exclusion_filter" {
    for_each = toset(["dev-*", "pr-*"])
    content {
      filter      = image_tag_mutability_exclusion_filter.value
      filter_type = "WILDCARD"
    }
  }

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.images.arn
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_key" "images" {
  description = "Images of ${var.team}"
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = jsonencode({ rules = [local.expire_untagged] })
}

resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = data.aws_iam_policy_document.pull.json
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "pull" {
  statement {
    sid     = "Pull"
    actions = ["ecr:BatchGetImage"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }
}

# One repository for each service.
resource "aws_ecr_repository" "service" {
  for_each = local.services

  name                 = "${local.prefix}/${each.key}"
  image_tag_mutability = each.value.immutable ? "IMMUTABLE" : "MUTABLE"
}

resource "aws_ecr_lifecycle_policy" "service" {
  for_each = aws_ecr_repository.service

  repository = each.value.name
  policy     = data.aws_ecr_lifecycle_policy_document.service.json
}

data "aws_ecr_lifecycle_policy_document" "service" {
  rule {
    priority    = 1
    description = "Keep the last releases"

    selection {
      tag_status       = "tagged"
      tag_pattern_list = ["v*"]
      count_type       = "imageCountMoreThan"
      count_number     = 20
    }
  }
}

# Several by count, of which the policy is a heredoc.
resource "aws_ecr_repository" "shard" {
  count = 2
  name  = "shard-${count.index}"
}

resource "aws_ecr_lifecycle_policy" "shard" {
  count      = 2
  repository = aws_ecr_repository.shard[count.index].name

  policy = <<-EOT
    {
      "rules": [
        {"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan",
         "countNumber": ${var.untagged_days * 10}}, "action": {"type": "expire"}}
      ]
    }
  EOT
}

resource "aws_ecr_repository" "never" {
  count = var.environment == "prod" ? 0 : 1
  name  = "never"
}

# Its policy is a file of its own.
resource "aws_ecr_repository" "filed" {
  name = "filed"
}

resource "aws_ecr_lifecycle_policy" "filed" {
  repository = aws_ecr_repository.filed.id
  policy     = file("${path.module}/policies/lifecycle.json")
}

resource "aws_ecr_repository" "abroad" {
  provider = aws.us
  name     = "abroad"
}

resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"

  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }

  rule {
    scan_frequency = "CONTINUOUS_SCAN"
    repository_filter {
      filter      = "prod/*"
      filter_type = "WILDCARD"
    }
  }
}

module "batch" {
  source = "./modules/repository"

  name = "${local.prefix}/batch"
  settings = {
    scan = false
  }
}

resource "aws_ecr_lifecycle_policy" "batch" {
  repository = module.batch.name
  policy     = file("${path.module}/policies/lifecycle.json")
}

resource "aws_ecr_repository_creation_template" "new" {
  prefix               = "incoming"
  applied_for          = ["CREATE_ON_PUSH"]
  image_tag_mutability = "IMMUTABLE"
}
