package io.github.registrymaven.google;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Google answered about one repository to one caller.
 *
 * @param onProject what is granted on the whole project, asked where a push may create the repository: on gcr.io
 * @param nearMisses what was probably meant, a line each
 * @param role the least role that holds what is missing
 */
record About(
        Place place,
        Caller caller,
        Session session,
        RepositorySeen seen,
        Grants grants,
        @Nullable Grants onProject,
        List<String> nearMisses,
        LeastRole role) {
    About {
        nearMisses = List.copyOf(nearMisses);
    }

    /** Whether a push may create it; null where that was not asked, or not answered. */
    @Nullable
    Boolean create() {
        return onProject == null ? null : onProject.has(PushPermission.CREATE_ON_PUSH);
    }

    /** Whether Resource Manager knows permissions of Artifact Registry at all: then one that it leaves out is missing. */
    boolean isWeighedOnProject() {
        return onProject != null && !onProject.granted().isEmpty();
    }

    /** What holds for a push: on a repository that it creates, what holds for the project. */
    Grants effective() {
        return onProject != null && Boolean.TRUE.equals(create()) ? onProject : grants;
    }

    boolean isAbsent() {
        return seen instanceof RepositorySeen.Absent;
    }

    /** Whether it is there for sure: shown, or something is granted on it. */
    boolean isThere() {
        return seen instanceof RepositorySeen.There
                || (!isAbsent() && !grants.granted().isEmpty());
    }
}
