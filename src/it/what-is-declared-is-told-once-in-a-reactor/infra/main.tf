resource "aws_ecr_repository" "app" {
  image_tag_mutability = "MUTABLE"
  name                 = "team/app"
}

resource "aws_ecr_repository" "job" {
  image_tag_mutability = "IMMUTABLE"
  name                 = "team/job"
}
