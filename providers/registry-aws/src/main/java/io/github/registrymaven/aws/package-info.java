/**
 * Asks AWS about Amazon ECR: who is pushing, does the repository exist or come into being, may the caller do what a push does,
 * does the tag move. Reads only. The AWS SDK is known in this module and nowhere else.
 *
 * <p>A survey of one host sends, for up to a hundred images, one {@code sts:GetCallerIdentity}, one {@code
 * ecr:GetAuthorizationToken}, one {@code ecr:DescribeRepositories}, one {@code iam:GetRole} and two {@code
 * iam:SimulatePrincipalPolicy}; more only where something is amiss, and then within bounds.
 */
@NullMarked
package io.github.registrymaven.aws;

import org.jspecify.annotations.NullMarked;
