variable "environment" {
  type    = string
  default = "dev"
}

variable "team" {
  type    = string
  default = "Orders"
}

variable "region" {
  type = string
}

variable "untagged_days" {
  type    = number
  default = 14
}
