/** A cloud in the JVM: identities with policies, Amazon ECR's control plane, and the registry that obeys both. */
@NullMarked
package io.github.registrymaven.testkit.aws;

import org.jspecify.annotations.NullMarked;
