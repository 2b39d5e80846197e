/**
 * Azure's own languages: ARM templates in JSON, and Bicep, which becomes ARM. Parameters have what they are given by
 * templates and files of parameters that were read, too, or their defaults. Both languages' expressions are read into the same shape as HCL's, which they resemble.
 */
@NullMarked
package io.github.registrymaven.declared.arm;

import org.jspecify.annotations.NullMarked;
