package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Repositories themselves: {@code Describe}, {@code Create}, {@code PutImageTagMutability}, resource tags. */
final class EcrRepositories {
    private static final String NAME = "(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*";
    private static final int MOST_NAMES = 100;

    private final EcrRules rules;
    private final EcrRegistry registry;

    EcrRepositories(EcrRules rules) {
        this.rules = rules;
        this.registry = rules.registry();
    }

    Map<String, EcrCall.Answer> answers() {
        return Map.of(
                "DescribeRepositories", this::describe,
                "CreateRepository", this::create,
                "PutImageTagMutability", this::putMutability,
                "TagResource", this::tag,
                "ListTagsForResource", this::listTags);
    }

    private JsonObject describe(EcrCall call) throws AwsFailure {
        List<String> names = call.texts("repositoryNames");
        if (names.size() > MOST_NAMES) {
            throw AwsFailure.invalidParameter(
                    "repositoryNames", "Member must have length less than or equal to " + MOST_NAMES);
        }
        JsonArray described = new JsonArray();
        JsonObject answer = new JsonObject();
        if (names.isEmpty()) {
            rules.check(call, registry.arns().of(call.registryId()).repository("*"));
            String next = page(call, described);
            if (next != null) {
                answer.addProperty("nextToken", next);
            }
        } else {
            List<EcrRepository> found = new ArrayList<>();
            for (String name : names) {
                found.add(rules.repository(call, name));
            }
            found.forEach(repository -> described.add(described(repository)));
        }
        answer.add("repositories", described);
        return answer;
    }

    /** Fills a page; the name of the last repository on it, where more follow. */
    private @Nullable String page(EcrCall call, JsonArray described) {
        String asked = call.text("maxResults");
        int most = asked == null ? MOST_NAMES : Integer.parseInt(asked);
        String after = call.text("nextToken");
        List<EcrRepository> rest = registry.arns().account().equals(call.registryId())
                ? registry.repositories().stream()
                        .filter(repository -> after == null || repository.name().compareTo(after) > 0)
                        .toList()
                : List.of();
        List<EcrRepository> page = rest.subList(0, Math.min(most, rest.size()));
        page.forEach(repository -> described.add(described(repository)));
        return page.size() < rest.size() ? page.get(page.size() - 1).name() : null;
    }

    private JsonObject described(EcrRepository repository) {
        JsonObject described = new JsonObject();
        described.addProperty("repositoryArn", registry.arns().repository(repository.name()));
        described.addProperty("registryId", registry.arns().account());
        described.addProperty("repositoryName", repository.name());
        described.addProperty("repositoryUri", registry.arns().host() + "/" + repository.name());
        described.addProperty("createdAt", EcrJson.time(repository.createdAt()));
        EcrJson.mutability(described, repository.mutability());
        described.add("imageScanningConfiguration", EcrJson.object("scanOnPush", repository.scanOnPush()));
        described.add("encryptionConfiguration", EcrJson.encryption(keyed(repository.encryption())));
        return described;
    }

    /** Where KMS is asked for and no key is named, the answer has one nevertheless: the one that AWS keeps. */
    private EcrRepository.Encryption keyed(EcrRepository.Encryption encryption) {
        return encryption.key() == null && encryption.type().startsWith("KMS")
                ? new EcrRepository.Encryption(
                        encryption.type(), registry.arns().key("00000000-0000-4000-8000-00000000ec12"))
                : encryption;
    }

    private JsonObject create(EcrCall call) throws AwsFailure {
        String name = call.required("repositoryName");
        EcrRepository known = rules.allowed(call, name);
        if (!name.matches(NAME) || name.length() < 2 || name.length() > 256) {
            throw AwsFailure.invalidParameter("repositoryName", "must satisfy regular expression '" + NAME + "'");
        }
        Mutability mutability = EcrJson.mutability(call, "MUTABLE").checked();
        RepositoryDescription described = new RepositoryDescription();
        JsonObject encryption = call.object("encryptionConfiguration");
        if (encryption.has("encryptionType")) {
            JsonElement key = encryption.get("kmsKey");
            described.encryption(
                    encryption.get("encryptionType").getAsString(), key == null ? null : key.getAsString());
        }
        EcrJson.tags(call.list("tags")).forEach(described::resourceTag);
        if (known != null || !registry.create(name, described)) {
            throw AwsFailure.ecr(
                    "RepositoryAlreadyExistsException",
                    "The repository with name '" + name + "' already exists in the registry with id '"
                            + call.registryId() + "'");
        }
        EcrRepository made = rules.repository(call, name);
        made.mutability(mutability);
        made.scanOnPush(EcrJson.isTrue(call.object("imageScanningConfiguration"), "scanOnPush"));
        return EcrJson.object("repository", described(made));
    }

    private JsonObject putMutability(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        repository.mutability(
                EcrJson.mutability(call, call.required("imageTagMutability")).checked());
        JsonObject answer = EcrJson.about(registry, repository);
        EcrJson.mutability(answer, repository.mutability());
        return answer;
    }

    private JsonObject tag(EcrCall call) throws AwsFailure {
        EcrRepository repository = ofArn(call);
        EcrJson.tags(call.list("tags")).forEach(repository::tag);
        return new JsonObject();
    }

    private JsonObject listTags(EcrCall call) throws AwsFailure {
        JsonArray tags = new JsonArray();
        ofArn(call).tags().forEach((key, value) -> {
            JsonObject tag = EcrJson.object("Key", key);
            tag.addProperty("Value", value);
            tags.add(tag);
        });
        return EcrJson.object("tags", tags);
    }

    private EcrRepository ofArn(EcrCall call) throws AwsFailure {
        String arn = call.required("resourceArn");
        String prefix = registry.arns().repository("");
        if (!arn.startsWith(prefix)) {
            throw AwsFailure.invalidParameter("resourceArn", "Invalid ARN");
        }
        return rules.repository(call, arn.substring(prefix.length()));
    }
}
