package io.github.registrymaven.dockerfile;

/**
 * A here-document of an instruction.
 *
 * @param name the word that ends it; as the source of a {@code COPY} its file is called so
 * @param body its lines, as they are
 */
public record HereDocument(String name, String body) {}
