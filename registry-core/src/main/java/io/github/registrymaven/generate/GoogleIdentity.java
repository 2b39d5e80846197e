package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.GoogleRepository;
import java.util.List;

/**
 * Who pushes to Google's registries from CI: a service account without a key, which jobs of one project may take.
 *
 * @param home the project that it is made in
 * @see <a href="https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines">Federation with pipelines</a>
 */
record GoogleIdentity(String home, Project project) {
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    /** The service account; a domain-scoped project stands in it the other way round. */
    String account() {
        String[] parts = home.split(":", 2);
        String place = parts.length == 1 ? home : parts[1] + "." + parts[0];
        return project.identity() + "@" + place + ".iam.gserviceaccount.com";
    }

    /** The full name of the provider, which has the project's number in it and not its id. */
    String provider(Forge forge, String number) {
        return pool(number) + "/providers/" + forge.id();
    }

    private String pool(String number) {
        return "projects/" + number + "/locations/global/workloadIdentityPools/" + project.identity();
    }

    /** The claim that says of which project a job is. */
    private static String claim(Forge forge) {
        return forge == Forge.GITHUB ? "repository" : "project_path";
    }

    /** Claims and not the subject, which GitHub does not write the same for all repositories. */
    private String condition(Forge forge) {
        String ref = forge == Forge.GITHUB
                ? "assertion.ref == 'refs/heads/" + Project.BRANCH + "'"
                : "assertion.ref_type == 'branch' && assertion.ref == '" + Project.BRANCH + "'";
        return "assertion." + claim(forge) + " == '" + project.path(forge) + "' && " + ref;
    }

    /** Makes it, with gcloud, and may be run twice. */
    String commands(Forge forge, List<GoogleRepository> repositories) {
        StringBuilder roles = new StringBuilder();
        repositories.forEach(repository ->
                roles.append(repository.allow("serviceAccount:" + account())).append('\n'));
        return """
                #!/bin/sh
                # Makes who pushes from %1$s, without a key. Run it once, as somebody who may administer IAM in %2$s.
                # The repositories have to be there: by artifact-registry.tf, or by registry:provision.
                set -eu
                case '%3$s' in
                  OWNER/REPOSITORY | GROUP/PROJECT)
                    echo "Fill in the project in $0 first." >&2
                    exit 1
                    ;;
                esac
                number=$(gcloud projects describe %2$s --format='value(projectNumber)')
                gcloud services enable iam.googleapis.com iamcredentials.googleapis.com sts.googleapis.com --project=%2$s
                gcloud iam service-accounts describe %4$s --project=%2$s > /dev/null 2>&1 ||
                  gcloud iam service-accounts create %5$s --project=%2$s
                gcloud iam workload-identity-pools describe %5$s --project=%2$s --location=global > /dev/null 2>&1 ||
                  gcloud iam workload-identity-pools create %5$s --project=%2$s --location=global
                gcloud iam workload-identity-pools providers describe %6$s --project=%2$s --location=global \\
                    --workload-identity-pool=%5$s > /dev/null 2>&1 ||
                  gcloud iam workload-identity-pools providers create-oidc %6$s --project=%2$s --location=global \\
                    --workload-identity-pool=%5$s --issuer-uri=https://%7$s \\
                    --attribute-mapping="google.subject=assertion.sub,attribute.%8$s=assertion.%8$s" \\
                    --attribute-condition="%9$s"
                gcloud iam service-accounts add-iam-policy-binding %4$s --project=%2$s \\
                  --role=roles/iam.workloadIdentityUser \\
                  --member="principalSet://iam.googleapis.com/%10$s/attribute.%8$s/%3$s"
                %11$secho "Set the variable GOOGLE_PROJECT_NUMBER of CI to $number"
                """.formatted(
                        forge.title(),
                        home,
                        project.path(forge),
                        account(),
                        project.identity(),
                        forge.id(),
                        project.issuer(forge),
                        claim(forge),
                        condition(forge),
                        pool("$number"),
                        roles);
    }

    /** What a job without gcloud does to become it: its own token for one of the provider's, that for one of the account's. */
    List<String> exchange(String provider) {
        return List.of(
                "GOOGLE_FEDERATED=\"$(curl -sS --fail https://sts.googleapis.com/v1/token"
                        + " --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                        + " --data-urlencode \"audience=//iam.googleapis.com/" + provider + "\""
                        + " --data-urlencode scope=" + SCOPE
                        + " --data-urlencode requested_token_type=urn:ietf:params:oauth:token-type:access_token"
                        + " --data-urlencode subject_token_type=urn:ietf:params:oauth:token-type:jwt"
                        + " --data-urlencode \"subject_token=$GOOGLE_ID_TOKEN\" " + GitlabJob.reading("access_token"),
                "GOOGLE_TOKEN=\"$(curl -sS --fail -X POST -H \"Authorization: Bearer $GOOGLE_FEDERATED\""
                        + " -H 'Content-Type: application/json' -d '{\"scope\":[\"" + SCOPE + "\"]}'"
                        + " https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/" + account()
                        + ":generateAccessToken " + GitlabJob.reading("accessToken"),
                "test -n \"$GOOGLE_TOKEN\"");
    }
}
