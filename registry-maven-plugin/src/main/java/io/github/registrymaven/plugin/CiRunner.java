package io.github.registrymaven.plugin;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.report.GithubReport;
import io.github.registrymaven.report.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the runner of a CI service shows by itself, where the build runs on one: on GitHub annotations and a summary. A
 * runner that takes none is no reason to fail a build.
 */
public final class CiRunner {
    private final Map<String, String> environment;

    CiRunner(Map<String, String> environment) {
        this.environment = environment;
    }

    public static CiRunner here() {
        return new CiRunner(Machine.current().environment());
    }

    boolean isGitlab() {
        return "true".equals(environment.get("GITLAB_CI"));
    }

    /** Shows an image that nobody has told of yet. */
    public void show(ImageReport image, Site.Finder sites) {
        if (!"true".equals(environment.get("GITHUB_ACTIONS")) || image.verdict() == Verdict.SKIPPED) {
            return;
        }
        GithubReport github = new GithubReport();
        try {
            for (String command : github.annotations(image, sites.of(image))) {
                Terminal.print(command + "\n");
            }
            append(environment.get("GITHUB_STEP_SUMMARY"), github.summary(image));
        } catch (IOException notShown) {
            // The log and the report have it all.
        }
    }

    private static void append(@Nullable String file, String text) throws IOException {
        if (file != null && !file.isEmpty()) {
            Files.writeString(Path.of(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
