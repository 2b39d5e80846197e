package io.github.registrymaven.generate;

/**
 * A file that was generated; the same images come to the same text.
 *
 * @param path below the folder for generated files, with slashes
 * @param purpose what it is for, the end of a sentence that begins with its name
 */
public record GeneratedFile(String path, String content, String purpose) {}
