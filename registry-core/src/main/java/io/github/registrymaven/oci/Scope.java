package io.github.registrymaven.oci;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a token is asked for, or grants: actions on one resource (the distribution project's token scope documentation).
 *
 * @param type {@code repository} wherever a push is concerned
 * @param name the repository's name
 * @param actions such as {@code pull} and {@code push}; registries list them in any order
 */
public record Scope(String type, String name, Set<String> actions) {
    public Scope {
        actions = Set.copyOf(actions);
    }

    /** Pull and push: docker-registry refuses a token that grants push alone. */
    public static Scope toPush(String repository) {
        return new Scope("repository", repository, Set.of("pull", "push"));
    }

    /** What a mount needs of the repository that has the blob, and a look at any. */
    static Scope toPull(String repository) {
        return new Scope("repository", repository, Set.of("pull"));
    }

    /** What docker-registry wants for the cancelling of an upload, which is a {@code DELETE} to it. */
    static Scope toCancel(String repository) {
        return new Scope("repository", repository, Set.of("pull", "push", "delete"));
    }

    /** Whether it grants an action on a repository; {@code *} stands for every action. */
    boolean grants(String repository, String action) {
        return type.equals("repository")
                && name.equals(repository)
                && (actions.contains(action) || actions.contains("*"));
    }

    @Override
    public String toString() {
        return type + ":" + name + ":" + String.join(",", new TreeSet<>(actions));
    }
}
