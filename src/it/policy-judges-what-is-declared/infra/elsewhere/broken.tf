resource "aws_ecr_repository" "broken" {
