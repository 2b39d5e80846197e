variable "name" {
  type = string
}

variable "settings" {
  type = object({
    scan       = optional(bool, true)
    mutability = optional(string, "IMMUTABLE")
  })
  default = {}
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = var.settings.mutability

  image_scanning_configuration {
    scan_on_push = var.settings.scan
  }
}

output "name" {
  value = aws_ecr_repository.this.name
}
