/**
 * What a template's parameters are given from outside of it: by the templates that use it, and by files of parameters. A
 * default counts only where nothing of that is in the files.
 */
@NullMarked
package io.github.registrymaven.declared.given;

import org.jspecify.annotations.NullMarked;
