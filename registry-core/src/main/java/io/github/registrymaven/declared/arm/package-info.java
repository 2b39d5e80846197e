/**
 * Azure's own languages: ARM templates in JSON, and Bicep, which becomes ARM. Parameters have their defaults; Bicep's modules are
 * read each by itself. Both languages' expressions are read into the same shape as HCL's, which they resemble.
 */
@NullMarked
package io.github.registrymaven.declared.arm;

import org.jspecify.annotations.NullMarked;
