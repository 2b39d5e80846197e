/** What a Maven session knows: logins and proxies of settings.xml, and the verdicts that the modules of a build share. */
@NullMarked
package io.github.registrymaven.session;

import org.jspecify.annotations.NullMarked;
