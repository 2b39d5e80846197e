package io.github.registrymaven.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A job of GitLab CI that builds and pushes. */
final class GitlabJob {
    private GitlabJob() {}

    static GeneratedFile of(List<CiLogin> logins, Project project) {
        List<String> lines = new ArrayList<>(List.of(
                "# Goes into .gitlab-ci.yml",
                "push-images:",
                "  image: maven:3.9-eclipse-temurin-" + project.java(),
                "  rules:",
                "    - if: $CI_COMMIT_BRANCH == \"" + Project.BRANCH + "\""));
        Map<String, String> variables = new LinkedHashMap<>();
        List<String> before = new ArrayList<>();
        Map<String, String> tokens = new LinkedHashMap<>();
        for (CiLogin login : logins) {
            login.gitlabTokens().forEach(tokens::putIfAbsent);
            login.gitlabVariables().forEach(variables::putIfAbsent);
            login.gitlabBefore().stream().filter(line -> !before.contains(line)).forEach(before::add);
        }
        if (!tokens.isEmpty()) {
            lines.add("  id_tokens:");
            tokens.forEach((name, audience) -> lines.addAll(List.of("    " + name + ":", "      aud: " + audience)));
        }
        if (!variables.isEmpty()) {
            lines.add("  variables:");
            variables.forEach((name, value) -> lines.add("    " + name + ": " + value));
        }
        before.addAll(dockerConfig(logins));
        if (!before.isEmpty()) {
            lines.add("  before_script:");
            before.forEach(command -> lines.add("    - '" + command.replace("'", "''") + "'"));
        }
        lines.add("  script:");
        lines.add("    - mvn --batch-mode deploy");
        return new GeneratedFile(
                "gitlab-ci.yml", String.join("\n", lines) + "\n", "pushes from GitLab CI, " + how(logins));
    }

    /** The end of a command between quotes that asks for JSON: one member of it; the image of the job has no jq. */
    static String reading(String member) {
        return "| sed -n 's/.*\"" + member + "\": *\"\\([^\"]*\\)\".*/\\1/p')\"";
    }

    private static String how(List<CiLogin> logins) {
        return logins.stream().anyMatch(CiLogin::isStored)
                ? "with passwords that are stored there"
                : "without a stored key";
    }

    /** Docker's config, as its own login would write it; docker itself is not in the image. */
    private static List<String> dockerConfig(List<CiLogin> logins) {
        Map<String, String> helpers = new TreeMap<>();
        Map<String, CiLogin.UserAndPassword> passwords = new TreeMap<>();
        logins.forEach(login -> {
            helpers.putAll(login.helpers());
            passwords.putAll(login.passwords());
        });
        List<String> members = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (!helpers.isEmpty()) {
            List<String> each = new ArrayList<>();
            helpers.forEach((host, helper) -> each.add("\"" + host + "\":\"" + helper + "\""));
            members.add("\"credHelpers\":{" + String.join(",", each) + "}");
        }
        if (!passwords.isEmpty()) {
            List<String> each = new ArrayList<>();
            passwords.forEach((host, names) -> {
                each.add("\"" + (host.equals("docker.io") ? "https://index.docker.io/v1/" : host)
                        + "\":{\"auth\":\"%s\"}");
                values.add("\"$(printf %s:%s \"$" + names.user() + "\" \"$" + names.password() + "\" | base64 -w0)\"");
            });
            members.add("\"auths\":{" + String.join(",", each) + "}");
        }
        if (members.isEmpty()) {
            return List.of();
        }
        String texts = values.isEmpty() ? "" : " " + String.join(" ", values);
        return List.of("(umask 077; mkdir -p ~/.docker; printf '{" + String.join(",", members) + "}'" + texts
                + " > ~/.docker/config.json)");
    }
}
