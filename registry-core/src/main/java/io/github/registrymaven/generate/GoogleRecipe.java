package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.GoogleRepository;
import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Artifact Registry and gcr.io: for each project the repositories, in the first of them a service account that CI's jobs are vouched
 * for as, and no key of it.
 */
final class GoogleRecipe implements Recipe {
    private static final String NUMBER = "GOOGLE_PROJECT_NUMBER";
    private static final String USER = "GOOGLE_USER";
    private static final String TOKEN = "GOOGLE_TOKEN";

    @Override
    public boolean serves(ImageReference image) {
        return GoogleRepository.of(image, List.of()) != null;
    }

    /** Who pushes, and where it lives. */
    private record Pusher(String project, String account) {
        /** A project of a domain has it the other way round there. */
        String email() {
            int colon = project.indexOf(':');
            String domain = colon < 0 ? project : project.substring(colon + 1) + "." + project.substring(0, colon);
            return account + "@" + domain + ".iam.gserviceaccount.com";
        }

        String member() {
            return "serviceAccount:" + email();
        }

        /** The provider of a forge, in the pool that is named after the forge. */
        String provider(String number, Forge forge) {
            return "projects/" + number + "/locations/global/workloadIdentityPools/" + pool(forge) + "/providers/"
                    + account;
        }
    }

    @Override
    public Ingredients of(List<ImageReference> images, Project project) {
        Map<String, List<GoogleRepository>> byProject = repositories(images);
        List<GoogleRepository> all =
                byProject.values().stream().flatMap(List::stream).toList();
        Pusher pusher = new Pusher(all.get(0).project(), account(project));
        List<GeneratedFile> files = new ArrayList<>();
        for (Forge forge : project.forges()) {
            files.add(new GeneratedFile(
                    folder(pusher.project()) + "create-identity-" + forge.id() + ".sh",
                    commands(pusher, all, project, forge),
                    "lets jobs of " + forge.title() + " push to just these repositories, with gcloud"));
        }
        byProject.forEach((name, repositories) -> files.add(new GeneratedFile(
                folder(name) + "artifact-registry.tf",
                GoogleRepository.terraform(repositories, pusher.member()),
                "declares the repositories and who pushes to them: tags that stay, untagged images that go")));
        List<String> notes = new ArrayList<>();
        notes.add("set the variable " + NUMBER + " of CI to the number of the project " + pusher.project()
                + "; create-identity prints it");
        all.stream()
                .filter(repository -> !repository.fixesTags())
                .forEach(repository -> notes.add(repository.project() + "/" + repository.name()
                        + ": its tags are left to move, as some of them are made to move and Artifact Registry knows"
                        + " no exceptions"));
        return new Ingredients(files, List.of(login(pusher, images, project)), notes);
    }

    private static Map<String, List<GoogleRepository>> repositories(List<ImageReference> images) {
        Map<GoogleRepository, TreeSet<String>> tags = new LinkedHashMap<>();
        for (ImageReference image : images) {
            GoogleRepository repository = GoogleRepository.of(image, List.of());
            if (repository != null) {
                TreeSet<String> seen = tags.computeIfAbsent(repository, any -> new TreeSet<>());
                if (image.tag() != null) {
                    seen.add(image.tag());
                }
            }
        }
        Map<String, List<GoogleRepository>> byProject = new TreeMap<>();
        for (ImageReference image : images) {
            TreeSet<String> all = tags.remove(GoogleRepository.of(image, List.of()));
            GoogleRepository repository = all == null ? null : GoogleRepository.of(image, List.copyOf(all));
            if (repository != null) {
                byProject
                        .computeIfAbsent(repository.project(), name -> new ArrayList<>())
                        .add(repository);
            }
        }
        return byProject;
    }

    private static String folder(String project) {
        return "google-" + project.replace(':', '_') + "/";
    }

    /** Six to thirty small letters, digits and dashes. */
    private static String account(Project project) {
        String plain = project.role().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(30, plain.length())).replaceFirst("-$", "");
    }

    private static String pool(Forge forge) {
        return forge.id() + "-ci";
    }

    private static String commands(Pusher pusher, List<GoogleRepository> repositories, Project project, Forge forge) {
        StringBuilder grants = new StringBuilder();
        repositories.forEach(repository -> grants.append(repository.grant(pusher.member(), GoogleRepository.WRITER))
                .append(" > /dev/null\n"));
        return """
                #!/bin/sh
                # Makes who pushes from %1$s: a service account without a key, and a provider that vouches for the jobs of one
                # branch of one project. Run it once, as somebody who may administer IAM in the project %2$s; the repositories have
                # to be there.
                set -eu
                subject='%3$s'
                case "$subject" in
                  *OWNER/REPOSITORY* | *GROUP/PROJECT*)
                    echo "Fill in the project in subject= first." >&2
                    exit 1
                    ;;
                esac
                number=$(gcloud projects describe %2$s --format='value(projectNumber)')
                gcloud services enable iamcredentials.googleapis.com sts.googleapis.com --project=%2$s
                gcloud iam workload-identity-pools describe %4$s --location=global --project=%2$s > /dev/null 2>&1 ||
                  gcloud iam workload-identity-pools create %4$s --location=global --project=%2$s
                gcloud iam workload-identity-pools providers describe %5$s --workload-identity-pool=%4$s --location=global --project=%2$s > /dev/null 2>&1 ||
                  gcloud iam workload-identity-pools providers create-oidc %5$s --workload-identity-pool=%4$s --location=global --project=%2$s \\
                    --issuer-uri=https://%6$s%7$s --attribute-mapping=google.subject=assertion.sub \\
                    --attribute-condition="assertion.sub == '$subject'"
                gcloud iam service-accounts describe %8$s --project=%2$s > /dev/null 2>&1 ||
                  gcloud iam service-accounts create %5$s --project=%2$s
                gcloud iam service-accounts add-iam-policy-binding %8$s --project=%2$s --role=roles/iam.workloadIdentityUser \\
                  --member="principal://iam.googleapis.com/projects/$number/locations/global/workloadIdentityPools/%4$s/subject/$subject" > /dev/null
                %9$secho "Set the variable %10$s of the project at %1$s to $number"
                """.formatted(
                        forge.title(),
                        pusher.project(),
                        project.subject(forge),
                        pool(forge),
                        pusher.account(),
                        project.issuer(forge),
                        forge == Forge.GITLAB ? " --allowed-audiences=https://" + project.issuer(forge) : "",
                        pusher.email(),
                        grants,
                        NUMBER);
    }

    private static CiLogin login(Pusher pusher, List<ImageReference> images, Project project) {
        List<String> steps = new ArrayList<>(List.of(
                "- uses: google-github-actions/auth@v2",
                "  id: google",
                "  with:",
                "    workload_identity_provider: " + pusher.provider("${{ vars." + NUMBER + " }}", Forge.GITHUB),
                "    service_account: " + pusher.email(),
                "    token_format: access_token"));
        Map<String, CiLogin.UserAndPassword> tokens = new TreeMap<>();
        for (ImageReference image : images) {
            if (tokens.putIfAbsent(image.host(), new CiLogin.UserAndPassword(USER, TOKEN, false)) == null) {
                steps.addAll(List.of(
                        "- uses: docker/login-action@v3",
                        "  with:",
                        "    registry: " + image.host(),
                        "    username: oauth2accesstoken",
                        "    password: ${{ steps.google.outputs.access_token }}"));
            }
        }
        return new CiLogin(
                steps,
                Map.of("id-token", "write"),
                List.of("GOOGLE_ID_TOKEN: {aud: 'https://" + project.issuer(Forge.GITLAB) + "'}"),
                Map.of(USER, "oauth2accesstoken"),
                exchange(pusher),
                Map.of(),
                tokens);
    }

    /** The job's token for one of Google's, and that for one of the service account, which lasts an hour. */
    private static List<String> exchange(Pusher pusher) {
        String provider = "//iam.googleapis.com/" + pusher.provider("$" + NUMBER, Forge.GITLAB);
        return List.of(
                "federated=$(curl --silent --show-error --fail https://sts.googleapis.com/v1/token"
                        + " --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                        + " --data-urlencode \"audience=" + provider + "\""
                        + " --data-urlencode scope=https://www.googleapis.com/auth/cloud-platform"
                        + " --data-urlencode requested_token_type=urn:ietf:params:oauth:token-type:access_token"
                        + " --data-urlencode subject_token_type=urn:ietf:params:oauth:token-type:jwt"
                        + " --data-urlencode \"subject_token=$GOOGLE_ID_TOKEN\" | " + CiLogin.member("access_token")
                        + ")",
                "export " + TOKEN + "=$(curl --silent --show-error --fail --header \"Authorization: Bearer $federated\""
                        + " --header 'Content-Type: application/json' --data '{\"scope\":[\"https://www.googleapis.com/auth/cloud-platform\"]}'"
                        + " https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/" + pusher.email()
                        + ":generateAccessToken | " + CiLogin.member("accessToken") + ")");
    }
}
