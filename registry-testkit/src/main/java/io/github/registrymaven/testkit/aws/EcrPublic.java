package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.TestRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The account's public registry, {@code public.ecr.aws/alias}, whose calls are answered in one region only. */
final class EcrPublic {
    static final String REGION = "us-east-1";
    private static final String HOST = "public.ecr.aws";

    private final Arns arns;
    private final String alias;
    private final Authorizer authorizer;
    private final DockerTokens tokens;
    private final TestRegistry images;
    private final Map<String, Instant> repositories = new ConcurrentSkipListMap<>();

    EcrPublic(
            Arns arns,
            String alias,
            List<String> names,
            Authorizer authorizer,
            DockerTokens tokens,
            TestRegistry images,
            Clock clock) {
        this.arns = arns;
        this.alias = alias;
        this.authorizer = authorizer;
        this.tokens = tokens;
        this.images = images;
        for (String name : names) {
            repositories.put(name, clock.instant());
            images.createRepository(alias + "/" + name);
        }
    }

    TestRegistry images() {
        return images;
    }

    Map<String, EcrCall.Answer> answers() {
        return Map.of(
                "GetAuthorizationToken", this::token,
                "DescribeRegistries", this::describeRegistries,
                "DescribeRepositories", this::describeRepositories);
    }

    static String arn(Arns arns, String repository) {
        return "arn:" + arns.partition() + ":ecr-public::" + arns.account() + ":repository/" + repository;
    }

    private JsonObject token(EcrCall call) throws AwsFailure {
        check(call, "ecr-public:GetAuthorizationToken", "*");
        check(call, "sts:GetServiceBearerToken", "*");
        DockerTokens.Token token = tokens.issue(call.caller());
        JsonObject data = EcrJson.object("authorizationToken", token.encoded());
        data.addProperty("expiresAt", EcrJson.time(token.expires()));
        return EcrJson.object("authorizationData", data);
    }

    private JsonObject describeRegistries(EcrCall call) throws AwsFailure {
        check(call, "ecr-public:DescribeRegistries", "*");
        JsonObject name = EcrJson.object("name", alias);
        name.addProperty("status", "ACTIVE");
        name.addProperty("primaryRegistryAlias", true);
        name.addProperty("defaultRegistryAlias", true);
        JsonArray aliases = new JsonArray();
        aliases.add(name);
        JsonObject registry = EcrJson.object("registryId", arns.account());
        registry.addProperty("registryArn", "arn:aws:ecr-public::" + arns.account() + ":registry/" + arns.account());
        registry.addProperty("registryUri", HOST + "/" + alias);
        registry.addProperty("verified", false);
        registry.add("aliases", aliases);
        JsonArray registries = new JsonArray();
        registries.add(registry);
        return EcrJson.object("registries", registries);
    }

    private JsonObject describeRepositories(EcrCall call) throws AwsFailure {
        List<String> names = call.texts("repositoryNames");
        JsonArray described = new JsonArray();
        for (String name : names.isEmpty() ? List.copyOf(repositories.keySet()) : names) {
            check(call, "ecr-public:DescribeRepositories", arn(arns, name));
            Instant createdAt = repositories.get(name);
            if (createdAt == null) {
                throw AwsFailure.ecr("RepositoryNotFoundException", EcrRegistry.absent(name, call.registryId()));
            }
            JsonObject one = EcrJson.object("repositoryArn", arn(arns, name));
            one.addProperty("registryId", arns.account());
            one.addProperty("repositoryName", name);
            one.addProperty("repositoryUri", HOST + "/" + alias + "/" + name);
            one.addProperty("createdAt", EcrJson.time(createdAt));
            described.add(one);
        }
        return EcrJson.object("repositories", described);
    }

    private void check(EcrCall call, String action, String resource) throws AwsFailure {
        authorizer.check(Service.ECR_PUBLIC, call.caller(), action, resource);
    }
}
