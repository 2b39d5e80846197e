package io.github.registrymaven.doctor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The CI services that say by a variable that a build runs on them. */
enum Runner {
    GITHUB("GitHub Actions", "GITHUB_ACTIONS"),
    GITLAB("GitLab CI", "GITLAB_CI"),
    AZURE("Azure Pipelines", "TF_BUILD"),
    BITBUCKET("Bitbucket Pipelines", "BITBUCKET_BUILD_NUMBER"),
    CIRCLECI("CircleCI", "CIRCLECI"),
    BUILDKITE("Buildkite", "BUILDKITE"),
    CODEBUILD("AWS CodeBuild", "CODEBUILD_BUILD_ID"),
    TEAMCITY("TeamCity", "TEAMCITY_VERSION"),
    JENKINS("Jenkins", "JENKINS_URL"),
    ANOTHER("a CI service that does not say which", "CI");

    private final String title;
    private final String variable;

    Runner(String title, String variable) {
        this.title = title;
        this.variable = variable;
    }

    /** Null on a machine of no service that is known. */
    static @Nullable Runner of(Map<String, String> environment) {
        for (Runner runner : values()) {
            String value = environment.get(runner.variable);
            if (value != null && !value.isEmpty() && !value.equals("false")) {
                return runner;
            }
        }
        return null;
    }

    String title() {
        return title;
    }
}
