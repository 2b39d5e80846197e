package io.github.registrymaven.generate;

import java.util.List;
import java.util.Map;

/**
 * What a job of CI does to be logged in to some registries.
 *
 * @param github lines of steps, as they stand below {@code steps:}
 * @param githubPermissions what the job's token has to be allowed
 * @param gitlabTokens by which the job shows who it is, as members of {@code id_tokens:}
 * @param gitlabVariables of the job
 * @param gitlabBefore commands before the build
 * @param helpers the docker helper of each host, where one makes its logins
 * @param secrets the names of the variables with user and password of each host
 */
record CiLogin(
        List<String> github,
        Map<String, String> githubPermissions,
        List<String> gitlabTokens,
        Map<String, String> gitlabVariables,
        List<String> gitlabBefore,
        Map<String, String> helpers,
        Map<String, UserAndPassword> secrets) {
    /**
     * Names of variables.
     *
     * @param stored whether they are secrets that CI keeps; otherwise the job makes them as it runs
     */
    record UserAndPassword(String user, String password, boolean stored) {}

    /** A filter that takes one member out of the JSON that a token service answers; not every image of a job has one for JSON. */
    static String member(String name) {
        return "sed -n 's/.*\"" + name + "\": *\"\\([^\"]*\\)\".*/\\1/p'";
    }

    /** Whether CI has to keep a password for it. */
    boolean needsStoredPassword() {
        return secrets.values().stream().anyMatch(UserAndPassword::stored);
    }
}
