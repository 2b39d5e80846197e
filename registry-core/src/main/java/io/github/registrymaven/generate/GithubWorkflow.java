package io.github.registrymaven.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workflow of GitHub Actions that builds and pushes. */
final class GithubWorkflow {
    private GithubWorkflow() {}

    static GeneratedFile of(List<CiLogin> logins, Project project) {
        Map<String, String> permissions = new TreeMap<>(Map.of("contents", "read"));
        logins.forEach(login -> permissions.putAll(login.githubPermissions()));
        List<String> lines = new ArrayList<>(List.of(
                "# Goes to .github/workflows/push-images.yml",
                "name: push images",
                "on:",
                "  push:",
                "    branches: [" + Project.BRANCH + "]",
                "permissions:"));
        permissions.forEach((name, value) -> lines.add("  " + name + ": " + value));
        lines.addAll(List.of(
                "jobs:",
                "  push-images:",
                "    runs-on: ubuntu-latest",
                "    steps:",
                "      - uses: actions/checkout@v4",
                "      - uses: actions/setup-java@v4",
                "        with:",
                "          distribution: temurin",
                "          java-version: '" + project.java() + "'",
                "          cache: maven"));
        logins.forEach(login -> login.github().forEach(line -> lines.add("      " + line)));
        lines.add("      - run: mvn --batch-mode deploy");
        return new GeneratedFile(
                "github-actions.yml", String.join("\n", lines) + "\n", "pushes from GitHub Actions, " + how(logins));
    }

    /** What the workflow has to be trusted with. */
    static String how(List<CiLogin> logins) {
        boolean stored = logins.stream()
                .anyMatch(
                        login -> login.isStored() && !login.githubPermissions().containsKey("packages"));
        return stored ? "with passwords that are stored there" : "without a stored key";
    }
}
