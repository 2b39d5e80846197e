package io.github.registrymaven.generate;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Registries that CI logs in to with a user and a password: whatever has no recipe of its own. */
final class SecretsRecipe implements Recipe {
    private static final CiLogin.UserAndPassword OF_GITLABS_JOB =
            new CiLogin.UserAndPassword("CI_REGISTRY_USER", "CI_REGISTRY_PASSWORD", false);

    @Override
    public boolean serves(ImageReference image) {
        return true;
    }

    @Override
    public Ingredients of(List<ImageReference> images, Project project) {
        List<CiLogin> logins = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, RegistryKind> hosts = new LinkedHashMap<>();
        images.forEach(image -> hosts.putIfAbsent(image.host(), image.kind()));
        hosts.forEach((host, kind) -> {
            boolean github = kind == RegistryKind.GHCR;
            CiLogin.UserAndPassword secrets = isOfTheJob(host, images, project) ? OF_GITLABS_JOB : secrets(host);
            logins.add(login(host, secrets, github));
            notes.add(
                    secrets.equals(OF_GITLABS_JOB)
                            ? host + ": the job's own token logs in; nothing else is needed"
                            : github && project.forges().contains(Forge.GITHUB)
                                    ? workflowLogsIn(host, secrets, project)
                                    : note(host, kind, secrets));
        });
        return new Ingredients(List.of(), logins, notes);
    }

    /** The registry that GitLab has beside the project, at its usual host; a job pushes to its own project there and no other. */
    private static boolean isOfTheJob(String host, List<ImageReference> images, Project project) {
        SourceRepository source = project.source();
        if (source == null || source.forge() != Forge.GITLAB || !host.equals("registry." + source.host())) {
            return false;
        }
        String own = source.path().toLowerCase(Locale.ROOT) + "/";
        return images.stream()
                .filter(image -> image.host().equals(host))
                .allMatch(image -> (image.repository() + "/").startsWith(own));
    }

    /** GitHub takes no secret whose name begins with its own or with a digit, and a shell no variable with a digit. */
    private static CiLogin.UserAndPassword secrets(String host) {
        String plain = host.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        String name = plain.matches("(\\d|GITHUB_|CI_).*") ? "REGISTRY_" + plain : plain;
        return new CiLogin.UserAndPassword(name + "_USER", name + "_PASSWORD", true);
    }

    private static String workflowLogsIn(String host, CiLogin.UserAndPassword secrets, Project project) {
        return project.forges().size() == 1
                ? host + ": the workflow's own token logs in; nothing else is needed"
                : host + ": on GitHub the workflow's own token logs in; elsewhere set the secrets " + secrets.user()
                        + " and " + secrets.password() + " of CI";
    }

    private static String note(String host, RegistryKind kind, CiLogin.UserAndPassword secrets) {
        String secretsToSet = "set the secrets " + secrets.user() + " and " + secrets.password() + " of CI";
        return switch (kind) {
            case ARTIFACT_REGISTRY, GCR, ACR ->
                host + ": " + secretsToSet + "; its name does not tell the repository, without which there is no role"
                        + " and no infrastructure to generate";
            default -> host + ": " + secretsToSet + "; there is no policy and no infrastructure to generate for it";
        };
    }

    private static CiLogin login(String host, CiLogin.UserAndPassword secrets, boolean github) {
        String user = github ? "${{ github.actor }}" : "${{ secrets." + secrets.user() + " }}";
        String password = github ? "${{ secrets.GITHUB_TOKEN }}" : "${{ secrets." + secrets.password() + " }}";
        List<String> steps = new ArrayList<>();
        steps.add("- uses: docker/login-action@v3");
        steps.add("  with:");
        steps.add("    registry: " + host);
        steps.add("    username: " + user);
        steps.add("    password: " + password);
        return new CiLogin(
                steps,
                github ? Map.of("packages", "write") : Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(host, secrets));
    }
}
