/**
 * CloudFormation templates, in YAML and JSON, worked out as far as parameters' defaults go.
 */
@NullMarked
package io.github.registrymaven.declared.cloudformation;

import org.jspecify.annotations.NullMarked;
