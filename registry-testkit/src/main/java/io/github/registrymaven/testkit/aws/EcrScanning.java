package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How images are scanned: what the registry says, what a repository says, and what comes of it. */
final class EcrScanning {
    private static final int MOST_NAMES = 25;

    private final EcrRules rules;
    private final EcrRegistry registry;

    EcrScanning(EcrRules rules) {
        this.rules = rules;
        this.registry = rules.registry();
    }

    Map<String, EcrCall.Answer> answers() {
        return Map.of(
                "PutImageScanningConfiguration", this::putOfRepository,
                "GetRegistryScanningConfiguration", this::getOfRegistry,
                "PutRegistryScanningConfiguration", this::putOfRegistry,
                "BatchGetRepositoryScanningConfiguration", this::effective);
    }

    private JsonObject putOfRepository(EcrCall call) throws AwsFailure {
        EcrRepository repository = rules.repository(call);
        repository.scanOnPush(EcrJson.isTrue(call.object("imageScanningConfiguration"), "scanOnPush"));
        JsonObject answer = EcrJson.about(registry, repository);
        answer.add("imageScanningConfiguration", EcrJson.object("scanOnPush", repository.scanOnPush()));
        return answer;
    }

    private JsonObject getOfRegistry(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        JsonObject answer = EcrJson.object("registryId", registry.arns().account());
        answer.add("scanningConfiguration", settings());
        return answer;
    }

    private JsonObject putOfRegistry(EcrCall call) throws AwsFailure {
        rules.check(call, "*");
        List<ScanSettings.Rule> read = new ArrayList<>();
        for (JsonElement element : call.list("rules")) {
            JsonObject rule = element.getAsJsonObject();
            List<String> filters = new ArrayList<>();
            rule.getAsJsonArray("repositoryFilters")
                    .forEach(filter ->
                            filters.add(filter.getAsJsonObject().get("filter").getAsString()));
            read.add(new ScanSettings.Rule(rule.get("scanFrequency").getAsString(), filters));
        }
        String type = call.text("scanType");
        registry.scanning(new ScanSettings(type == null ? "BASIC" : type, read));
        return EcrJson.object("registryScanningConfiguration", settings());
    }

    private JsonObject settings() {
        ScanSettings scanning = registry.scanning();
        JsonArray shown = new JsonArray();
        for (ScanSettings.Rule rule : scanning.rules()) {
            JsonObject one = EcrJson.object("scanFrequency", rule.frequency());
            one.add("repositoryFilters", EcrJson.filters(rule.filters(), "filterType"));
            shown.add(one);
        }
        JsonObject settings = EcrJson.object("scanType", scanning.type());
        settings.add("rules", shown);
        return settings;
    }

    private JsonObject effective(EcrCall call) throws AwsFailure {
        if (call.texts("repositoryNames").size() > MOST_NAMES) {
            throw AwsFailure.invalidParameter(
                    "repositoryNames", "Member must have length less than or equal to " + MOST_NAMES);
        }
        JsonArray found = new JsonArray();
        JsonArray failures = new JsonArray();
        for (String name : call.texts("repositoryNames")) {
            EcrRepository repository = rules.allowed(call, name);
            if (repository == null) {
                JsonObject failure = EcrJson.object("repositoryName", name);
                failure.addProperty("failureCode", "REPOSITORY_NOT_FOUND");
                failure.addProperty("failureReason", EcrRegistry.absent(name, call.registryId()));
                failures.add(failure);
            } else {
                found.add(effective(repository));
            }
        }
        JsonObject answer = EcrJson.object("scanningConfigurations", found);
        answer.add("failures", failures);
        return answer;
    }

    private JsonObject effective(EcrRepository repository) {
        ScanSettings.Effective holds = registry.scanning().effectiveFor(repository);
        JsonObject shown = EcrJson.object("repositoryName", repository.name());
        shown.addProperty("repositoryArn", registry.arns().repository(repository.name()));
        shown.addProperty("scanOnPush", holds.onPush());
        shown.addProperty("scanFrequency", holds.frequency());
        shown.add("appliedScanFilters", EcrJson.filters(holds.filters(), "filterType"));
        return shown;
    }
}
