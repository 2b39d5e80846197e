package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.GoogleRepository;
import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Artifact Registry and gcr.io: one identity for CI, with a role on each repository and on nothing else; for each project its
 * repositories. One identity and not one for each project, since docker knows one login for a host and projects share hosts.
 */
final class GoogleRecipe implements Recipe {
    private static final String FOLDER = "google/";
    private static final String NUMBER = "GOOGLE_PROJECT_NUMBER";

    @Override
    public boolean serves(ImageReference image) {
        return GoogleRepository.of(image) != null;
    }

    @Override
    public Ingredients of(List<ImageReference> images, Project project) {
        Map<String, List<GoogleRepository>> byProject = byProject(images);
        GoogleIdentity identity =
                new GoogleIdentity(byProject.keySet().iterator().next(), project);
        List<GoogleRepository> all =
                byProject.values().stream().flatMap(List::stream).toList();
        List<GeneratedFile> files = new ArrayList<>();
        for (Forge forge : project.forges()) {
            files.add(new GeneratedFile(
                    FOLDER + "create-identity-" + forge.id() + ".sh",
                    identity.commands(forge, all),
                    "makes who pushes, with gcloud: workload identity federation for " + project.path(forge) + " and "
                            + GoogleRepository.PUSH_ROLE + " on "
                            + (all.size() == 1 ? "one repository" : all.size() + " repositories")));
        }
        byProject.forEach((id, repositories) -> files.add(new GeneratedFile(
                "google-" + id.replace(':', '_') + "/artifact-registry.tf",
                GoogleRepository.terraform(repositories),
                "declares the repositories: tags that stay, untagged images that go")));
        List<String> hosts =
                images.stream().map(ImageReference::host).distinct().sorted().toList();
        return new Ingredients(files, List.of(login(identity, hosts)), notes(identity, all, byProject.size()));
    }

    private static List<String> notes(GoogleIdentity identity, List<GoogleRepository> all, int projects) {
        List<String> notes = new ArrayList<>();
        notes.add("set the variable " + NUMBER + " of CI to the number of the project " + identity.home()
                + ", which is no secret: gcloud projects describe " + identity.home()
                + " --format='value(projectNumber)'");
        if (projects > 1) {
            notes.add("the images go to " + projects + " projects of Google's: the identity is made in "
                    + identity.home() + " and may push to the repositories of all");
        }
        all.stream()
                .filter(repository -> !repository.fixesTags())
                .forEach(repository -> notes.add(repository.name() + ": its tags are left to move, as one that the"
                        + " build pushes is made to, and Artifact Registry takes no exceptions"));
        return notes;
    }

    private static Map<String, List<GoogleRepository>> byProject(List<ImageReference> images) {
        Map<GoogleRepository, Map<String, List<String>>> tags = new LinkedHashMap<>();
        for (ImageReference image : images) {
            GoogleRepository repository = GoogleRepository.of(image);
            if (repository != null) {
                List<String> seen = tags.computeIfAbsent(repository, key -> new LinkedHashMap<>())
                        .computeIfAbsent(image.name(), name -> new ArrayList<>());
                if (image.tag() != null) {
                    seen.add(image.tag());
                }
            }
        }
        Map<String, List<GoogleRepository>> byProject = new TreeMap<>();
        tags.forEach((repository, ofImages) -> byProject
                .computeIfAbsent(repository.project(), id -> new ArrayList<>())
                .add(repository.holding(ofImages.values())));
        return byProject;
    }

    private static CiLogin login(GoogleIdentity identity, List<String> hosts) {
        List<String> steps = new ArrayList<>(List.of(
                "- uses: google-github-actions/auth@v2",
                "  id: google",
                "  with:",
                "    workload_identity_provider: " + identity.provider(Forge.GITHUB, "${{ vars." + NUMBER + " }}"),
                "    service_account: " + identity.account(),
                "    token_format: access_token"));
        Map<String, CiLogin.UserAndPassword> passwords = new TreeMap<>();
        for (String host : hosts) {
            steps.addAll(List.of(
                    "- uses: docker/login-action@v3",
                    "  with:",
                    "    registry: " + host,
                    "    username: oauth2accesstoken",
                    "    password: ${{ steps.google.outputs.access_token }}"));
            passwords.put(host, new CiLogin.UserAndPassword("GOOGLE_USER", "GOOGLE_TOKEN", false));
        }
        String provider = identity.provider(Forge.GITLAB, "$" + NUMBER);
        return new CiLogin(
                steps,
                Map.of("id-token", "write"),
                Map.of("GOOGLE_ID_TOKEN", "https://iam.googleapis.com/" + provider),
                Map.of("GOOGLE_USER", "oauth2accesstoken"),
                identity.exchange(provider),
                Map.of(),
                passwords);
    }
}
