resource "aws_ecr_repository" "app" {
  name = "team/app"
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }
        action       = { type = "expire" }
      }
    ]
  })
}

resource "aws_ecr_repository" "job" {
  name = "team/job"
}

resource "aws_ecr_repository_policy" "job" {
  repository = aws_ecr_repository.job.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:BatchGetImage" }]
  })
}

resource "aws_ecr_repository" "batch" {
  name = "team/batch"
}

resource "aws_ecr_lifecycle_policy" "batch" {
  repository = aws_ecr_repository.batch.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { tagStatus = "tagged", tagPatternList = ["*"], countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        selection    = { tagStatus = "tagged", tagPrefixList = ["rc"], countType = "imageCountMoreThan", countNumber = 5 }
        action       = { type = "expire" }
      }
    ]
  })
}

resource "azurerm_container_registry" "main" {
  name                = "acme"
  resource_group_name = "platform"
  location            = "westeurope"
  sku                 = "Premium"
  admin_enabled       = true
}
