package io.github.registrymaven.session;

import java.util.List;

/** Maven's own phases in their order. The names of Maven 4, {@code before:package} and the like, count as the phase itself. */
public final class Phases {
    private static final List<String> CLEAN = List.of("pre-clean", "clean", "post-clean");
    private static final List<String> SITE = List.of("pre-site", "site", "post-site", "site-deploy");
    private static final List<String> BUILD = List.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test",
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy");

    private Phases() {}

    /** Whether a build that is asked for one phase runs what is bound to another. */
    public static boolean reaches(String asked, String bound) {
        String last = plain(asked);
        String wanted = plain(bound);
        for (List<String> lifecycle : List.of(BUILD, CLEAN, SITE)) {
            int end = lifecycle.indexOf(last);
            if (end >= 0) {
                int at = lifecycle.indexOf(wanted);
                return at >= 0 && at <= end;
            }
        }
        return last.equals(wanted); // a phase of a lifecycle that some extension brings
    }

    private static String plain(String phase) {
        return phase.substring(phase.indexOf(':') + 1);
    }
}
