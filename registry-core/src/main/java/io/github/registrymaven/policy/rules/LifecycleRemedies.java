package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import java.util.List;

/** A policy to begin with, in the language of the place: releases by count, untagged images by age. */
final class LifecycleRemedies {
    private static final String TITLE = "Keep 20 releases, and delete what is untagged after 14 days";
    private static final String ECR = """
            {
              "rules": [
                {
                  "rulePriority": 1,
                  "description": "Keep 20 releases",
                  "selection": {
                    "tagStatus": "tagged",
                    "tagPatternList": ["*.*"],
                    "countType": "imageCountMoreThan",
                    "countNumber": 20
                  },
                  "action": {"type": "expire"}
                },
                {
                  "rulePriority": 2,
                  "description": "Delete what is untagged after 14 days",
                  "selection": {
                    "tagStatus": "untagged",
                    "countType": "sinceImagePushed",
                    "countUnit": "days",
                    "countNumber": 14
                  },
                  "action": {"type": "expire"}
                }
              ]
            }
            """;
    private static final String GCLOUD = """
            [
              {
                "name": "keep-20-versions",
                "action": {"type": "Keep"},
                "mostRecentVersions": {"keepCount": 20}
              },
              {
                "name": "delete-old",
                "action": {"type": "Delete"},
                "condition": {"tagState": "any", "olderThan": "14d"}
              }
            ]
            """;
    private static final String GOOGLE_TERRAFORM = """
            cleanup_policy_dry_run = false
            cleanup_policies {
              id     = "keep-20-versions"
              action = "KEEP"
              most_recent_versions {
                keep_count = 20
              }
            }
            cleanup_policies {
              id     = "delete-old"
              action = "DELETE"
              condition {
                tag_state  = "ANY"
                older_than = "1209600s"
              }
            }
            """;

    private LifecycleRemedies() {}

    static List<Remedy> of(RepositoryState state) {
        return switch (state.kind()) {
            case ECR -> ecr(state);
            case ARTIFACT_REGISTRY, GCR ->
                Language.of(state) == Language.TERRAFORM
                        ? Language.change(
                                state, "Keep 20 versions, and delete the rest after 14 days", GOOGLE_TERRAFORM)
                        : List.of(new Remedy(
                                "Keep 20 versions, and delete the rest after 14 days",
                                List.of(new Named(state).artifactRegistry("set-cleanup-policies")
                                        + " --policy=cleanup.json --no-dry-run"),
                                List.of(new Remedy.File("cleanup.json", GCLOUD))));
            case ACR -> acr(state);
            default -> List.of();
        };
    }

    private static List<Remedy> ecr(RepositoryState state) {
        return switch (Language.of(state)) {
            case TERRAFORM -> terraform(new EcrTerraform(state));
            case CLOUDFORMATION_YAML ->
                Language.change(
                        state,
                        TITLE,
                        "LifecyclePolicy:\n  LifecyclePolicyText: |\n"
                                + ECR.indent(4).stripTrailing());
            case CLOUDFORMATION_JSON ->
                Language.change(
                        state,
                        TITLE,
                        "\"LifecyclePolicy\": {\"LifecyclePolicyText\": \""
                                + ECR.replaceAll("\\s*\n\\s*", "").replace("\"", "\\\"") + "\"}");
            default ->
                List.of(new Remedy(
                        TITLE,
                        List.of(new Named(state).ecr("put-lifecycle-policy")
                                + " --lifecycle-policy-text file://lifecycle.json"),
                        List.of(new Remedy.File("lifecycle.json", ECR))));
        };
    }

    private static List<Remedy> terraform(EcrTerraform place) {
        return List.of(new Remedy(
                TITLE, List.of(), List.of(new Remedy.File(place.lifecycleFile(), place.lifecycle(ECR) + "\n"))));
    }

    /** Retention only knows images without a tag; those with one are for a task. */
    private static List<Remedy> acr(RepositoryState state) {
        Named named = new Named(state);
        Remedy task = new Remedy(
                "Purge old tags each night, but for 20",
                List.of("az acr task create --name purge --registry " + named.acrRegistry()
                        + " --cmd \"acr purge --filter '" + named.repository() + ":.*' --ago 30d --keep 20 --untagged\""
                        + " --schedule \"0 1 * * *\" --context /dev/null"),
                List.of());
        return switch (Language.of(state)) {
            case TERRAFORM ->
                List.of(
                        Language.change(state, "Delete what is untagged", "retention_policy_in_days = 14")
                                .get(0),
                        task);
            case BICEP ->
                List.of(
                        Language.change(
                                        state,
                                        "Delete what is untagged",
                                        "policies: {\n  retentionPolicy: {\n    status: 'enabled'\n    days: 14\n  }\n}")
                                .get(0),
                        task);
            case ARM, CLOUDFORMATION_JSON ->
                List.of(
                        Language.change(
                                        state,
                                        "Delete what is untagged",
                                        "\"policies\": {\"retentionPolicy\": {\"status\": \"enabled\", \"days\": 14}}")
                                .get(0),
                        task);
            default ->
                List.of(
                        Language.commands(
                                        "Delete what is untagged",
                                        "az acr config retention update --registry " + named.acrRegistry()
                                                + " --status enabled --days 14 --type UntaggedManifests")
                                .get(0),
                        task);
        };
    }
}
