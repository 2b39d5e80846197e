/**
 * Dockerfiles as BuildKit reads them: instructions, stages, here-documents, the commands of a shell. Written here, as the
 * libraries for it are a decade old or for other languages.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>
 */
@NullMarked
package io.github.registrymaven.dockerfile;

import org.jspecify.annotations.NullMarked;
