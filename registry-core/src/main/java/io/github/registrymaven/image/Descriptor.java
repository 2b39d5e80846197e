package io.github.registrymaven.image;

/**
 * What identifies content (OCI image spec, "Descriptors").
 *
 * @param digest {@code sha256:…}, of the bytes as a registry keeps them
 * @param size in bytes
 */
public record Descriptor(String mediaType, String digest, long size) {}
