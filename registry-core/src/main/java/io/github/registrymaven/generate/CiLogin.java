package io.github.registrymaven.generate;

import java.util.List;
import java.util.Map;

/**
 * What a job of CI does to be logged in to some registries.
 *
 * @param github lines of steps, as they stand below {@code steps:}
 * @param githubPermissions what the job's token has to be allowed
 * @param gitlabTokens the id tokens of the job: the variable of each, and whom it is for
 * @param gitlabVariables of the job
 * @param gitlabBefore commands before the build
 * @param helpers the docker helper of each host, where one makes its logins
 * @param passwords the names of the variables with user and password of each host
 */
record CiLogin(
        List<String> github,
        Map<String, String> githubPermissions,
        Map<String, String> gitlabTokens,
        Map<String, String> gitlabVariables,
        List<String> gitlabBefore,
        Map<String, String> helpers,
        Map<String, UserAndPassword> passwords) {
    /**
     * Names of variables.
     *
     * @param stored whether they are secrets that somebody has to set; otherwise the job fetches a password for itself
     */
    record UserAndPassword(String user, String password, boolean stored) {}

    /** Whether a password has to be stored in CI. */
    boolean isStored() {
        return passwords.values().stream().anyMatch(UserAndPassword::stored);
    }
}
