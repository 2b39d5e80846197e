/** Logins of a build, for docker-style tools that run in it: in a docker config that is private and does not last. */
@NullMarked
package io.github.registrymaven.login;

import org.jspecify.annotations.NullMarked;
