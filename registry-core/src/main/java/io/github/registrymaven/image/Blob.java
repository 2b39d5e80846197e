package io.github.registrymaven.image;

/** A config or a layer, in the bytes that a registry gets. */
public record Blob(Descriptor descriptor, Content content) {}
