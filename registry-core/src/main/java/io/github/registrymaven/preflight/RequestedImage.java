package io.github.registrymaven.preflight;

/**
 * An image that a build means to push.
 *
 * @param reference as written
 * @param foundIn where: {@code registry.images}, a file and line, a plugin's configuration
 */
public record RequestedImage(String reference, String foundIn) {}
