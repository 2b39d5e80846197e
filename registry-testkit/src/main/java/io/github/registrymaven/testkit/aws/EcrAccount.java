package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** What is the account's and not a repository's: tokens, creation templates, cache rules, settings. */
final class EcrAccount {
    private static final Map<String, String> SETTINGS =
            Map.of("BASIC_SCAN_TYPE_VERSION", "AWS_NATIVE", "REGISTRY_POLICY_SCOPE", "V2", "BLOB_MOUNTING", "DISABLED");

    private final EcrRules rules;
    private final EcrRegistry registry;
    private final DockerTokens tokens;

    EcrAccount(EcrRules rules, DockerTokens tokens) {
        this.rules = rules;
        this.registry = rules.registry();
        this.tokens = tokens;
    }

    Map<String, EcrCall.Answer> answers() {
        return Map.of(
                "GetAuthorizationToken", this::token,
                "DescribeRepositoryCreationTemplates", this::templates,
                "DescribePullThroughCacheRules", this::cacheRules,
                "GetAccountSetting", this::setting);
    }

    private JsonObject token(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        List<String> registries = call.texts("registryIds");
        JsonArray data = new JsonArray();
        for (String id : registries.isEmpty() ? List.of(call.caller().account()) : registries) {
            DockerTokens.Token token = tokens.issue(call.caller());
            JsonObject one = EcrJson.object("authorizationToken", token.encoded());
            one.addProperty("expiresAt", EcrJson.time(token.expires()));
            one.addProperty("proxyEndpoint", "https://" + registry.arns().of(id).host());
            data.add(one);
        }
        return EcrJson.object("authorizationData", data);
    }

    private JsonObject templates(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        List<String> prefixes = call.texts("prefixes");
        JsonArray found = new JsonArray();
        for (CreationTemplate template : registry.templates()) {
            if (prefixes.isEmpty() || prefixes.contains(template.prefix())) {
                found.add(shown(template));
            }
        }
        if (found.size() < prefixes.size()) {
            throw AwsFailure.ecr(
                    "TemplateNotFoundException",
                    "The repository creation template with prefix '" + prefixes.get(0)
                            + "' does not exist in the registry with id '"
                            + registry.arns().account() + "'");
        }
        JsonObject answer = EcrJson.object("registryId", registry.arns().account());
        answer.add("repositoryCreationTemplates", found);
        return answer;
    }

    private static JsonObject shown(CreationTemplate template) {
        RepositoryDescription settings = template.settings();
        JsonObject shown = EcrJson.object("prefix", template.prefix());
        shown.add("appliedFor", EcrJson.texts(template.appliedFor()));
        EcrJson.mutability(shown, settings.mutability());
        shown.add("encryptionConfiguration", EcrJson.encryption(settings.encryption()));
        if (settings.lifecyclePolicy() != null) {
            shown.addProperty("lifecyclePolicy", settings.lifecyclePolicy());
        }
        if (settings.policy() != null) {
            shown.addProperty("repositoryPolicy", settings.policy());
        }
        shown.addProperty("createdAt", EcrJson.time(template.createdAt()));
        return shown;
    }

    private JsonObject cacheRules(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        List<String> prefixes = call.texts("ecrRepositoryPrefixes");
        JsonArray found = new JsonArray();
        for (CacheRule rule : registry.cacheRules()) {
            if (prefixes.isEmpty() || prefixes.contains(rule.prefix())) {
                JsonObject shown = EcrJson.object("ecrRepositoryPrefix", rule.prefix());
                shown.addProperty("upstreamRegistryUrl", rule.upstream());
                shown.addProperty("registryId", registry.arns().account());
                shown.addProperty("createdAt", EcrJson.time(rule.createdAt()));
                found.add(shown);
            }
        }
        if (found.size() < prefixes.size()) {
            throw AwsFailure.ecr(
                    "PullThroughCacheRuleNotFoundException",
                    "The pull through cache rule with prefix '" + prefixes.get(0)
                            + "' does not exist in the registry with id '"
                            + registry.arns().account() + "'");
        }
        return EcrJson.object("pullThroughCacheRules", found);
    }

    private JsonObject setting(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        String name = call.required("name");
        String value = SETTINGS.get(name);
        if (value == null) {
            throw AwsFailure.invalidParameter("name", "Member must satisfy enum value set");
        }
        JsonObject answer = EcrJson.object("name", name);
        answer.addProperty("value", value);
        return answer;
    }
}
