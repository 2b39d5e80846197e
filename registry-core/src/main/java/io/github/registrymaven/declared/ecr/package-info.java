/**
 * What resources of Amazon ECR, in Terraform's spelling or CloudFormation's, make of a repository.
 */
@NullMarked
package io.github.registrymaven.declared.ecr;

import org.jspecify.annotations.NullMarked;
