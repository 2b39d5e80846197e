package io.github.registrymaven.testkit.google;

/**
 * A call that was answered.
 *
 * @param method as Google's documentation names it, such as {@code artifactregistry.repositories.get}
 * @param caller the member that called, such as {@code serviceAccount:ci@…}; empty for nobody
 * @param status 0 where the connection was ended instead
 */
public record GoogleCall(String method, String caller, String path, int status) {}
