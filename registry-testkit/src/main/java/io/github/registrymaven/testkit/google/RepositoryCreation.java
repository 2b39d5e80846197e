package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes repositories by operations, which are under way when they are looked at first.
 *
 * <p>How sure: that an operation answers, its form and that its response is the repository are documented; the words of the errors are
 * guesses, their codes are those of google.rpc.
 */
final class RepositoryCreation {
    private static final String TYPE = "type.googleapis.com/google.devtools.artifactregistry.v1.";
    private static final String ID = "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?|(?:us\\.|eu\\.|asia\\.)?gcr\\.io";

    private final Map<String, Pending> operations = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();

    /** An operation that ends with the second look. */
    private record Pending(GoogleProject project, GarRepository made, AtomicInteger looks) {}

    GoogleAnswer begin(GoogleProject project, String location, GoogleRequest request) throws RpcFailure {
        String id = request.query().getOrDefault("repositoryId", "");
        JsonObject body = request.json();
        if (!id.matches(ID) || GoogleJson.text(body, "format").isEmpty()) {
            throw new RpcFailure(400, "INVALID_ARGUMENT", "Request contains an invalid argument.");
        }
        if (project.find(GarRepository.name(project.id(), location, id)) != null) {
            throw new RpcFailure(409, "ALREADY_EXISTS", "the repository already exists");
        }
        String mode = GoogleJson.text(body, "mode");
        GarRepository made = new GarRepository(
                project.id(),
                location,
                id,
                GoogleJson.text(body, "format"),
                mode.isEmpty() ? "STANDARD_REPOSITORY" : mode,
                GoogleJson.isTrue(object(body, "dockerConfig"), "immutableTags"),
                object(body, "cleanupPolicies"),
                GoogleJson.isTrue(body, "cleanupPolicyDryRun"),
                null,
                new JsonObject());
        String name =
                "projects/" + project.id() + "/locations/" + location + "/operations/op-" + begun.incrementAndGet();
        operations.put(name, new Pending(project, made, new AtomicInteger()));
        return GoogleAnswer.json(operation(name));
    }

    GoogleAnswer look(String name) throws RpcFailure {
        Pending pending = operations.get(name);
        if (pending == null) {
            throw RpcFailure.absent("Requested entity was not found.");
        }
        JsonObject operation = operation(name);
        if (pending.looks().incrementAndGet() > 1) {
            pending.project().add(pending.made());
            operation.addProperty("done", true);
            JsonObject response = GoogleJson.object("@type", TYPE + "Repository");
            pending.made().shown().entrySet().forEach(member -> response.add(member.getKey(), member.getValue()));
            operation.add("response", response);
        }
        return GoogleAnswer.json(operation);
    }

    private static JsonObject operation(String name) {
        JsonObject operation = GoogleJson.object("name", name);
        operation.add("metadata", GoogleJson.object("@type", TYPE + "OperationMetadata"));
        return operation;
    }

    private static JsonObject object(JsonObject in, String name) {
        return in.get(name) instanceof JsonObject object ? object : new JsonObject();
    }
}
