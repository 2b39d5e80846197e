/** Files that let a project's images be pushed from CI: policies, roles, infrastructure as code, workflows. Asks nobody. */
@NullMarked
package io.github.registrymaven.generate;

import org.jspecify.annotations.NullMarked;
