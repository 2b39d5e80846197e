#!/usr/bin/env python3
"""Writes Terraform for the images of a reactor: infra.py FOLDER MODULES RESOURCES

A repository with its lifecycle policy for each module m1, m2, ..., a key and a scanning configuration for all, and repository
policies until there are so many resources; in files of ten modules each. Every rule passes on it at level strict.
"""
import os
import sys

SHARED = """resource "aws_kms_key" "images" {
  description = "images"
}

resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"

  rule {
    scan_frequency = "CONTINUOUS_SCAN"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}

locals {
  team = "bench"
}
"""
REPOSITORY = """
resource "aws_ecr_repository" "NAME" {
  name                 = "${local.team}/NAME"
  image_tag_mutability = "IMMUTABLE"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.images.arn
  }

  tags = {
    team = local.team
  }
}

resource "aws_ecr_lifecycle_policy" "NAME" {
  repository = aws_ecr_repository.NAME.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "untagged"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "releases"
        selection    = { tagStatus = "tagged", tagPatternList = ["1.*"], countType = "imageCountMoreThan", countNumber = 200 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 3
        description  = "the rest"
        selection    = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 365 }
        action       = { type = "expire" }
      }
    ]
  })
}
"""
ACCESS = """
resource "aws_ecr_repository_policy" "NAME" {
  repository = aws_ecr_repository.NAME.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/deploy" }
      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    }]
  })
}
"""

folder, modules, resources = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
os.makedirs(folder, exist_ok=True)
with open(f"{folder}/registry.tf", "w") as file:
    file.write(SHARED)
shared = SHARED.count('resource "')
for first in range(1, modules + 1, 10):
    with open(f"{folder}/modules-{first}.tf", "w") as file:
        for number in range(first, min(first + 10, modules + 1)):
            file.write(REPOSITORY.replace("NAME", f"m{number}"))
            if number <= resources - 2 * modules - shared:
                file.write(ACCESS.replace("NAME", f"m{number}"))
