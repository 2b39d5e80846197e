/**
 * Asks Google about Artifact Registry and gcr.io: as whom a push is made, does the repository exist, may that identity do what
 * a push does, does the tag move. Reads only. Google's libraries are known in this module and nowhere else: they make tokens
 * of every form of credentials, and ask IAM; Artifact Registry's API, whose published client is behind, is plain REST.
 *
 * <p>A survey sends one {@code repositories.get} and one {@code testIamPermissions} for each repository, however many images
 * it is for, and for each login what it takes to know whose it is. More only where something is amiss, within bounds.
 */
@NullMarked
package io.github.registrymaven.google;

import org.jspecify.annotations.NullMarked;
