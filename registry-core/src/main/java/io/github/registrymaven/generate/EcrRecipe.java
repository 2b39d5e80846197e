package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.EcrPush;
import io.github.registrymaven.blueprint.EcrRepository;
import io.github.registrymaven.blueprint.IamPolicy;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Amazon ECR: for each account what CI may do there and a role for it, for each of its regions the repositories. */
final class EcrRecipe implements Recipe {
    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ECR;
    }

    /** An account, with the repositories of each region. */
    private record Account(String id, String partition, Map<String, List<EcrRepository>> byRegion) {
        String folder() {
            return "aws-" + id + "/";
        }

        List<EcrRepository> all() {
            return byRegion.values().stream().flatMap(List::stream).toList();
        }
    }

    @Override
    public Ingredients of(List<ImageReference> images, Project project) {
        List<GeneratedFile> files = new ArrayList<>();
        List<CiLogin> logins = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Account> accounts = accounts(images);
        for (Account account : accounts) {
            files.addAll(files(account, project));
            account.byRegion().forEach((region, repositories) -> logins.add(login(account, region, images, project)));
            account.all().stream()
                    .filter(repository -> !repository.tags().fixesAnything())
                    .forEach(repository ->
                            notes.add(repository.name() + ": its tags are left to move, as more of them are made"
                                    + " to move than Amazon ECR takes exceptions for"));
        }
        if (accounts.size() > 1) {
            notes.add("the images go to " + accounts.size()
                    + " AWS accounts: the workflow of GitHub takes one role after the"
                    + " other, the job of GitLab that of the first only; who pushes to another needs a job of its own");
        }
        if (project.forges().contains(Forge.GITHUB)) {
            notes.add(project.noteOnIds("trust-policy-github.json"));
        }
        return new Ingredients(files, logins, notes);
    }

    private static List<Account> accounts(List<ImageReference> images) {
        Map<String, Account> accounts = new TreeMap<>();
        Map<String, List<String>> tags = new LinkedHashMap<>();
        for (ImageReference image : images) {
            List<String> seen = tags.computeIfAbsent(image.name(), name -> new ArrayList<>());
            if (image.tag() != null && !seen.contains(image.tag())) {
                seen.add(image.tag());
            }
        }
        for (ImageReference image : images) {
            List<String> itsTags = tags.remove(image.name());
            if (itsTags != null && RegistryAddress.of(image) instanceof RegistryAddress.Ecr ecr) {
                accounts.computeIfAbsent(ecr.account(), id -> new Account(id, ecr.partition(), new TreeMap<>()))
                        .byRegion()
                        .computeIfAbsent(ecr.region(), region -> new ArrayList<>())
                        .add(EcrRepository.of(ecr, image.repository(), itsTags));
            }
        }
        return List.copyOf(accounts.values());
    }

    private static List<GeneratedFile> files(Account account, Project project) {
        List<GeneratedFile> files = new ArrayList<>();
        List<String> arns =
                account.all().stream().map(EcrRepository::arn).distinct().toList();
        String count = arns.size() == 1 ? "one repository" : arns.size() + " repositories";
        files.add(new GeneratedFile(
                account.folder() + "push-policy.json",
                EcrPush.policy(arns),
                "lets a role push to " + count + " and do nothing else"));
        for (Forge forge : project.forges()) {
            files.add(new GeneratedFile(
                    account.folder() + trustFile(forge),
                    IamPolicy.empty()
                            .letIn(
                                    provider(account, project, forge),
                                    project.issuer(forge),
                                    audience(account),
                                    project.subject(forge))
                            .text(),
                    "lets the role be taken by " + project.subject(forge)));
            files.add(new GeneratedFile(
                    account.folder() + "create-role-" + forge.id() + ".sh",
                    roleCommands(account, project, forge),
                    "makes that role, with the AWS CLI"));
        }
        account.byRegion()
                .forEach((region, repositories) -> files.add(new GeneratedFile(
                        account.folder() + region + "/ecr.tf",
                        EcrRepository.terraform(repositories),
                        "declares the repositories: tags that stay, a scan of every push, untagged images that go")));
        return files;
    }

    private static String trustFile(Forge forge) {
        return "trust-policy-" + forge.id() + ".json";
    }

    private static String provider(Account account, Project project, Forge forge) {
        return "arn:" + account.partition() + ":iam::" + account.id() + ":oidc-provider/" + project.issuer(forge);
    }

    private static String role(Account account, Project project) {
        return "arn:" + account.partition() + ":iam::" + account.id() + ":role/" + project.role();
    }

    /** In China STS has a name of its own. */
    private static String audience(Account account) {
        return account.partition().equals("aws-cn") ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
    }

    private static String roleCommands(Account account, Project project, Forge forge) {
        return """
                #!/bin/sh
                # Makes the role that %1$s takes to push. Run it once, as somebody who may administer IAM in account %2$s;
                # with --renew again, which sets the policies of the role anew.
                set -eu
                cd "$(dirname "$0")"
                if grep -q -e OWNER/REPOSITORY -e GROUP/PROJECT %3$s; then
                  echo "Fill in the project in %3$s first." >&2
                  exit 1
                fi
                if aws iam get-open-id-connect-provider --open-id-connect-provider-arn %4$s > /dev/null 2>&1; then
                  # It may have been made for other tokens only; to add what it has already does nothing.
                  aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn %4$s --client-id %6$s
                else
                  aws iam create-open-id-connect-provider --url https://%5$s --client-id-list %6$s
                fi
                if ! aws iam get-role --role-name %7$s > /dev/null 2>&1; then
                  aws iam create-role --role-name %7$s --assume-role-policy-document file://%3$s
                elif [ "${1:-}" = --renew ]; then
                  aws iam update-assume-role-policy --role-name %7$s --policy-document file://%3$s
                else
                  echo "The role %7$s is there already. Where it is this project's own: sh $0 --renew" >&2
                  exit 1
                fi
                aws iam put-role-policy --role-name %7$s --policy-name push-images --policy-document file://push-policy.json
                """.formatted(
                        forge.title(),
                        account.id(),
                        trustFile(forge),
                        provider(account, project, forge),
                        project.issuer(forge),
                        audience(account),
                        project.role());
    }

    private static CiLogin login(Account account, String region, List<ImageReference> images, Project project) {
        List<String> steps = new ArrayList<>(List.of(
                "- uses: aws-actions/configure-aws-credentials@v4",
                "  with:",
                "    role-to-assume: " + role(account, project),
                "    aws-region: " + region));
        if (!audience(account).equals("sts.amazonaws.com")) {
            steps.add("    audience: " + audience(account));
        }
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_REGION", region);
        variables.put("AWS_ROLE_ARN", role(account, project));
        variables.put("AWS_ROLE_SESSION_NAME", "gitlab-$CI_PIPELINE_ID");
        variables.put("AWS_WEB_IDENTITY_TOKEN_FILE", "/tmp/aws-id-token");
        Map<String, String> helpers = new TreeMap<>();
        Set<String> otherHosts = new TreeSet<>();
        for (ImageReference image : images) {
            if (RegistryAddress.of(image) instanceof RegistryAddress.Ecr ecr
                    && ecr.account().equals(account.id())
                    && ecr.region().equals(region)) {
                helpers.put(image.host(), "ecr-login");
                if (ecr.fips() || ecr.dualStack()) {
                    otherHosts.add(image.host());
                }
            }
        }
        if (helpers.size() > otherHosts.size()) {
            steps.addAll(List.of(
                    "- uses: aws-actions/amazon-ecr-login@v2", "  with:", "    registries: '" + account.id() + "'"));
        }
        // That action knows the usual host only; the password is one for all of a registry's.
        otherHosts.forEach(host -> steps.add("- run: aws ecr get-login-password --region " + region
                + " | docker login --username AWS --password-stdin " + host));
        return new CiLogin(
                steps,
                Map.of("id-token", "write"),
                Map.of("AWS_ID_TOKEN", audience(account)),
                variables,
                List.of(
                        "(umask 077; printf %s \"$AWS_ID_TOKEN\" > \"$AWS_WEB_IDENTITY_TOKEN_FILE\")",
                        "apt-get -qq update && apt-get -qq install -y amazon-ecr-credential-helper"),
                helpers,
                Map.of());
    }
}
