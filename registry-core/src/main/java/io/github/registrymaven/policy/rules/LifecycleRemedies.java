package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
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

    /** Google's own module takes a map by id. */
    private static final String GOOGLE_MODULE = """
            cleanup_policy_dry_run = false
            cleanup_policies = {
              keep-20-versions = {
                action               = "KEEP"
                most_recent_versions = { keep_count = 20 }
              }
              delete-old = {
                action    = "DELETE"
                condition = { tag_state = "ANY", older_than = "1209600s" }
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
                                state,
                                "Keep 20 versions, and delete the rest after 14 days",
                                Language.isModuleOfTerraform(state) ? GOOGLE_MODULE : GOOGLE_TERRAFORM)
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
            case CLOUDFORMATION_YAML -> Language.change(state, TITLE, yaml(state.template()));
            case CLOUDFORMATION_JSON -> Language.change(state, TITLE, json(state.template()));
            default ->
                List.of(new Remedy(
                        TITLE,
                        List.of(new Named(state).ecr("put-lifecycle-policy")
                                + " --lifecycle-policy-text file://lifecycle.json"),
                        List.of(new Remedy.File("lifecycle.json", ECR))));
        };
    }

    /** A template for repositories has the text itself where a repository has an object with it. */
    private static String yaml(boolean template) {
        return template
                ? "LifecyclePolicy: |\n" + ECR.indent(2)
                : "LifecyclePolicy:\n  LifecyclePolicyText: |\n" + ECR.indent(4);
    }

    private static String json(boolean template) {
        String text = "\"" + ECR.replaceAll("\\s*\n\\s*", "").replace("\"", "\\\"") + "\"";
        return "\"LifecyclePolicy\": " + (template ? text : "{\"LifecyclePolicyText\": " + text + "}");
    }

    private static List<Remedy> terraform(EcrTerraform place) {
        return List.of(new Remedy(
                TITLE, List.of(), List.of(new Remedy.File(place.lifecycleFile(), place.lifecycle(ECR) + "\n"))));
    }

    /** Retention only knows images without a tag, and needs the Premium SKU; those with one are for a task, which every SKU has. */
    private static List<Remedy> acr(RepositoryState state) {
        Named named = new Named(state);
        Remedy task = new Remedy(
                "Purge old tags each night, but for 20",
                List.of("az acr task create --name purge --registry " + named.acrRegistry()
                        + " --cmd \"acr purge --filter '" + named.repository() + ":.*' --ago 30d --keep 20 --untagged\""
                        + " --schedule \"0 1 * * *\" --context /dev/null"),
                List.of());
        return lacksRetention(state)
                ? List.of(task)
                : List.of(untagged(state, named).get(0), task);
    }

    /** What closes networks is for the same SKU to say. */
    private static boolean lacksRetention(RepositoryState state) {
        return state.lifecycle() instanceof Setting.Inapplicable<Lifecycle>
                || (state.exposure() instanceof Setting.Seen<Exposure> seen
                        && Boolean.FALSE.equals(seen.value().closable()));
    }

    private static List<Remedy> untagged(RepositoryState state, Named named) {
        String title = "Delete what is untagged";
        return switch (Language.of(state)) {
            case TERRAFORM ->
                Language.change(
                        state,
                        title,
                        "retention_policy_in_days = 14"
                                + (Language.isModuleOfTerraform(state)
                                        ? " # before version 0.4: retention_policy = { enabled = true, days = 14 }"
                                        : ""));
            case BICEP_MODULE ->
                Language.parameters(state, title, "retentionPolicyStatus: 'enabled'\nretentionPolicyDays: 14");
            case BICEP ->
                Language.change(
                        state, title, "policies: {\n  retentionPolicy: {\n    status: 'enabled'\n    days: 14\n  }\n}");
            case ARM, CLOUDFORMATION_JSON ->
                Language.change(
                        state, title, "\"policies\": {\"retentionPolicy\": {\"status\": \"enabled\", \"days\": 14}}");
            default ->
                Language.commands(
                        title,
                        "az acr config retention update --registry " + named.acrRegistry()
                                + " --status enabled --days 14 --type UntaggedManifests");
        };
    }
}
