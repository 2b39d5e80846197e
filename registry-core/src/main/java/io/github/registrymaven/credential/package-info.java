/**
 * Where credentials come from, in the order in which users' other tools look, and what is known of each.
 *
 * <ol>
 *   <li>the {@code <server>} of settings.xml that the user named
 *   <li>the {@code <server>} whose id is the registry: {@code host:port}, then the host
 *   <li>{@code auth.json} of podman, buildah and skopeo
 *   <li>{@code config.json} of docker, and {@code ~/.dockercfg}: {@code credHelpers}, {@code credsStore}, {@code auths}
 *   <li>the helper of the registry's cloud, where it is on the PATH and no config names one
 * </ol>
 *
 * The first that has a credential ends the search. So does the first that should have one and cannot give it: the user
 * set it up, and going on would blame the registry for what is wrong on this machine.
 *
 * <p>A plugin that is known to push is followed instead ({@link LookupOrder}): it leaves some of these places out, and jib goes
 * on where a file or a helper is broken.
 *
 * <p>A helper is a program {@code docker-credential-NAME}, run as {@code … get} with the registry on stdin. It answers
 * {@code {"Username": …, "Secret": …}}; the user {@code <token>} means an identity token. With nothing to give it ends with
 * a status that is not 0 and the words <i>credentials not found in native keychain</i>.
 */
@NullMarked
package io.github.registrymaven.credential;

import org.jspecify.annotations.NullMarked;
