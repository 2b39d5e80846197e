package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Map;

/** The two policies of a repository, who may use it and what expires in it, and the one of the whole registry. */
final class EcrPolicies {
    private final EcrRules rules;
    private final EcrRegistry registry;

    EcrPolicies(EcrRules rules) {
        this.rules = rules;
        this.registry = rules.registry();
    }

    Map<String, EcrCall.Answer> answers() {
        return Map.of(
                "GetRepositoryPolicy", this::getPolicy,
                "SetRepositoryPolicy", this::setPolicy,
                "DeleteRepositoryPolicy", this::deletePolicy,
                "GetLifecyclePolicy", this::getLifecycle,
                "PutLifecyclePolicy", this::putLifecycle,
                "DeleteLifecyclePolicy", this::deleteLifecycle,
                "GetRegistryPolicy", this::getOfRegistry,
                "PutRegistryPolicy", this::putOfRegistry,
                "DeleteRegistryPolicy", this::deleteOfRegistry);
    }

    private JsonObject getPolicy(EcrCall call) throws AwsFailure {
        return policy(call, rules.repository(call));
    }

    private JsonObject setPolicy(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        try {
            repository.policy(call.required("policyText"));
        } catch (IllegalArgumentException notAPolicy) {
            throw AwsFailure.invalidParameter("PolicyText", "Invalid repository policy provided");
        }
        return policy(call, repository);
    }

    private JsonObject deletePolicy(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        JsonObject deleted = policy(call, repository);
        repository.policy(null);
        return deleted;
    }

    private JsonObject policy(EcrCall call, EcrRepository repository) throws AwsFailure {
        String text = repository.policyText();
        if (text == null) {
            throw AwsFailure.ecr(
                    "RepositoryPolicyNotFoundException",
                    notThere("Repository policy does not exist", call, repository));
        }
        JsonObject answer = EcrJson.about(registry, repository);
        answer.addProperty("policyText", text);
        return answer;
    }

    private JsonObject getOfRegistry(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        return policyOfRegistry();
    }

    private JsonObject putOfRegistry(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        try {
            registry.policy(call.required("policyText"));
        } catch (IllegalArgumentException notAPolicy) {
            throw AwsFailure.invalidParameter("PolicyText", "Invalid registry policy provided");
        }
        return policyOfRegistry();
    }

    private JsonObject deleteOfRegistry(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        JsonObject deleted = policyOfRegistry();
        registry.policy(null);
        return deleted;
    }

    private JsonObject policyOfRegistry() throws AwsFailure {
        String account = registry.arns().account();
        String text = registry.policyText();
        if (text == null) {
            throw AwsFailure.ecr(
                    "RegistryPolicyNotFoundException",
                    "Registry policy does not exist in the registry with id '" + account + "'");
        }
        JsonObject answer = EcrJson.object("registryId", account);
        answer.addProperty("policyText", text);
        return answer;
    }

    private JsonObject getLifecycle(EcrCall call) throws AwsFailure {
        return lifecycle(call, rules.repository(call));
    }

    private JsonObject putLifecycle(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        String text = call.required("lifecyclePolicyText");
        if (!holdsRules(text)) {
            throw AwsFailure.ecr(
                    "InvalidParameterException",
                    "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation"
                            + " failure: no rules'");
        }
        repository.lifecyclePolicy(text);
        return lifecycle(call, repository);
    }

    private JsonObject deleteLifecycle(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        JsonObject deleted = lifecycle(call, repository);
        repository.lifecyclePolicy(null);
        return deleted;
    }

    private JsonObject lifecycle(EcrCall call, EcrRepository repository) throws AwsFailure {
        String text = repository.lifecyclePolicy();
        if (text == null) {
            throw AwsFailure.ecr(
                    "LifecyclePolicyNotFoundException", notThere("Lifecycle policy does not exist", call, repository));
        }
        JsonObject answer = EcrJson.about(registry, repository);
        answer.addProperty("lifecyclePolicyText", text);
        answer.addProperty("lastEvaluatedAt", EcrJson.time(registry.clock().instant()));
        return answer;
    }

    private static boolean holdsRules(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject policy
                    && policy.has("rules")
                    && policy.get("rules").isJsonArray();
        } catch (JsonParseException notJson) {
            return false;
        }
    }

    private static String notThere(String what, EcrCall call, EcrRepository repository) {
        return what + " for the repository with name '" + repository.name() + "' in the registry with id '"
                + call.registryId() + "'";
    }
}
