package io.github.registrymaven.generate;

import java.util.List;
import java.util.Map;

/**
 * What a job of CI does to be logged in to some registries.
 *
 * @param github lines of steps, as they stand below {@code steps:}
 * @param githubPermissions what the job's token has to be allowed
 * @param gitlab further members of the job, as lines that stand in it
 * @param gitlabVariables of the job
 * @param gitlabBefore commands before the build
 * @param helpers the docker helper of each host, where one makes its logins
 * @param secrets the names of CI's secrets with user and password of each host
 */
record CiLogin(
        List<String> github,
        Map<String, String> githubPermissions,
        List<String> gitlab,
        Map<String, String> gitlabVariables,
        List<String> gitlabBefore,
        Map<String, String> helpers,
        Map<String, UserAndPassword> secrets) {
    /** Names of secrets. */
    record UserAndPassword(String user, String password) {}
}
