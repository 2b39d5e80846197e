package io.github.registrymaven.image;

/**
 * What identifies content (OCI image spec, "Descriptors").
 *
 * @param digest {@code sha256:…}, of the bytes as a registry keeps them
 * @param size in bytes
 */
public record Descriptor(String mediaType, String digest, long size) {
    /** OCI and docker name configs so; whatever else an artifact is made of counts as a layer. */
    public boolean isConfig() {
        return mediaType.contains(".config.") || mediaType.equals("application/vnd.docker.container.image.v1+json");
    }
}
