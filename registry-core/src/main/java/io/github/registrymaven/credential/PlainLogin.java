package io.github.registrymaven.credential;

/**
 * A login that whoever reads the file can use. Holds no secret.
 *
 * @param registry the registry, as the file names it
 * @param place the file, the home folder as {@code ~}
 * @param shortLived whether it ends by itself within the day, such as a token of ECR
 */
public record PlainLogin(String registry, String place, boolean shortLived) {}
