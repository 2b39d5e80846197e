/**
 * What resources of Azure, in Terraform's spelling or that of ARM templates and Bicep, make of a registry. On ACR settings are
 * the whole registry's.
 */
@NullMarked
package io.github.registrymaven.declared.azure;

import org.jspecify.annotations.NullMarked;
