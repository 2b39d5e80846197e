package io.github.registrymaven.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EcrRepositoryTest {
    private static EcrRepository repository(String path, String... tags) {
        String host = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/";
        ImageReference image = ((ParsedReference.Valid) ImageReference.parse(host + path)).reference();
        return EcrRepository.of((RegistryAddress.Ecr) RegistryAddress.of(image), path, List.of(tags));
    }

    @Test
    void isCreatedWithItsSettings() {
        assertThat(repository("team/app", "1.0").create().command())
                .isEqualTo("aws ecr create-repository --region eu-central-1 --registry-id 123456789012"
                        + " --repository-name team/app --image-tag-mutability IMMUTABLE"
                        + " --image-scanning-configuration scanOnPush=true");
        assertThat(repository("team/app", "latest", "1-SNAPSHOT").create().command())
                .contains("--image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters"
                        + " 'filterType=WILDCARD,filter=*-SNAPSHOT' filterType=WILDCARD,filter=latest");
    }

    @Test
    void whatIsShownIsWhatIsTyped() {
        EcrRepository repository = repository("team/app", "latest");

        assertThat(repository.fixTags().shown())
                .isEqualTo("ecr:PutImageTagMutability registryId=123456789012 repositoryName=team/app"
                        + " imageTagMutability=IMMUTABLE_WITH_EXCLUSION"
                        + " imageTagMutabilityExclusionFilters=filterType=WILDCARD,filter=latest");
        assertThat(repository.putLifecyclePolicy().command())
                .startsWith("aws ecr put-lifecycle-policy --region eu-central-1 --registry-id 123456789012"
                        + " --repository-name team/app --lifecycle-policy-text '{\"rules\":[")
                .endsWith("}]}'");
        assertThat(repository.scanOnPush().command())
                .endsWith("put-image-scanning-configuration --region eu-central-1 --registry-id 123456789012"
                        + " --repository-name team/app --image-scanning-configuration scanOnPush=true");
    }

    @Test
    void hasTerraformUnderALabelOfItsOwn() {
        String terraform = EcrRepository.terraform(
                List.of(repository("a/b"), repository("a_b"), repository("1st", "latest", "main")));

        assertThat(terraform)
                .contains(
                        "\"aws_ecr_repository\" \"a_b\"",
                        "\"aws_ecr_repository\" \"a_b_2\"",
                        "repository = aws_ecr_repository.a_b_2.name",
                        "\"aws_ecr_repository\" \"_1st\"",
                        "\n\n  # Exclusion filters take the AWS provider in version 6 or newer.\n  image_tag",
                        "  image_tag_mutability_exclusion_filter {\n    filter      = \"latest\"\n",
                        "  }\n\n  image_tag_mutability_exclusion_filter {\n    filter      = \"main\"\n")
                .containsOnlyOnce("# Exclusion filters")
                .doesNotContain("\n\n\n");
    }

    /** The rules of Amazon ECR's own documentation for lifecycle policies. */
    private static List<String> complaints(String policy) {
        List<String> complaints = new ArrayList<>();
        if (policy.length() < 100 || policy.length() > 30_720) {
            complaints.add("length " + policy.length());
        }
        Set<Integer> priorities = new HashSet<>();
        JsonObject root = JsonParser.parseString(policy).getAsJsonObject();
        if (!root.keySet().equals(Set.of("rules"))
                || root.getAsJsonArray("rules").size() > 50) {
            complaints.add("members " + root.keySet());
        }
        for (JsonElement element : root.getAsJsonArray("rules")) {
            JsonObject rule = element.getAsJsonObject();
            JsonObject selection = rule.getAsJsonObject("selection");
            if (!Set.of("rulePriority", "description", "selection", "action").containsAll(rule.keySet())) {
                complaints.add("members " + rule.keySet());
            }
            int priority = rule.get("rulePriority").getAsInt();
            if (priority < 1 || !priorities.add(priority)) {
                complaints.add("priority " + priority);
            }
            if (!selection.get("tagStatus").getAsString().equals("untagged")
                    || selection.has("tagPrefixList")
                    || selection.has("tagPatternList")) {
                complaints.add("lists beside " + selection.get("tagStatus"));
            }
            boolean since = selection.get("countType").getAsString().equals("sinceImagePushed");
            if (!since || !selection.get("countUnit").getAsString().equals("days")) {
                complaints.add("count " + selection);
            }
            if (selection.get("countNumber").getAsInt() < 1
                    || !rule.getAsJsonObject("action").toString().equals("{\"type\":\"expire\"}")) {
                complaints.add("action " + rule);
            }
        }
        return complaints;
    }

    @Test
    void hasALifecyclePolicyByTheRules() {
        assertThat(complaints(EcrRepository.LIFECYCLE_POLICY)).isEmpty();
    }

    @Test
    void declaresTheVeryLifecyclePolicyThatIsProvisioned() {
        JsonObject rule = JsonParser.parseString(EcrRepository.LIFECYCLE_POLICY)
                .getAsJsonObject()
                .getAsJsonArray("rules")
                .get(0)
                .getAsJsonObject();
        String terraform = repository("team/app").terraform();

        rule.getAsJsonObject("selection")
                .asMap()
                .forEach((name, value) ->
                        assertThat(terraform).containsPattern("\\b" + name + " += " + value.toString() + "\n"));
        assertThat(terraform).contains("description  = " + rule.get("description"));
    }
}
