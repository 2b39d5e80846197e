package io.github.registrymaven.google;

import java.util.List;
import java.util.Set;

/**
 * The least of Google's roles that holds what is missing.
 *
 * @param name such as {@code roles/artifactregistry.writer}
 * @param words where that is known from, a line of evidence
 */
record LeastRole(String name, String words) {
    private static final String WRITER = "roles/artifactregistry.writer";
    private static final String CREATOR = "roles/artifactregistry.createOnPushWriter";

    /** As documented, where nothing was asked. */
    static LeastRole documented(boolean creates) {
        return new LeastRole(
                creates ? CREATOR : WRITER,
                (creates ? CREATOR : WRITER) + " holds it, by Google's documentation; IAM was not asked");
    }

    /** The first, from the least on, of which IAM says that it holds all of them. */
    static LeastRole of(Impersonation iam, Session session, List<String> missing) throws InterruptedException {
        boolean creates = missing.contains(PushPermission.CREATE_ON_PUSH);
        for (String role : creates ? List.of(CREATOR) : List.of(WRITER, "roles/artifactregistry.repoAdmin")) {
            Set<String> held = iam.permissions(session, role);
            if (held == null) {
                return documented(creates);
            }
            if (held.containsAll(missing)) {
                return new LeastRole(role, "IAM says that " + role + " holds what is missing");
            }
        }
        return documented(creates);
    }
}
