/**
 * Terraform: modules in HCL, worked out as far as their text goes, and plans in JSON, which hold what Terraform itself
 * worked out.
 *
 * <p>A variable has the value that its module is called with, or for a root module what {@code terraform.tfvars}, {@code
 * *.auto.tfvars} and the tfvars files that were named say, otherwise its default. Where a folder holds other tfvars files that
 * say something else, nobody knows which of them will be used, and the variable is unknown. The environment ({@code TF_VAR_…})
 * is not read.
 */
@NullMarked
package io.github.registrymaven.declared.terraform;

import org.jspecify.annotations.NullMarked;
