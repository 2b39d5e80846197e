/**
 * An image at hand: in a docker-archive or an OCI layout, read as a registry is to get it.
 *
 * <p>The formats: <a href="https://github.com/opencontainers/image-spec/tree/v1.1.1">OCI image spec 1.1</a> (image layout, index,
 * manifest, descriptor) and <a href="https://github.com/moby/moby/blob/v24.0.0/image/spec/v1.2.md">docker image spec
 * v1.2</a> (combined image JSON and filesystem changeset).
 */
@NullMarked
package io.github.registrymaven.image;

import org.jspecify.annotations.NullMarked;
