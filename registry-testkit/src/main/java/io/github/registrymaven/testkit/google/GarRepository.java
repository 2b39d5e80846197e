package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repository of Artifact Registry, as it is set up. */
record GarRepository(
        String project,
        String location,
        String id,
        String format,
        String mode,
        boolean immutableTags,
        JsonObject cleanupPolicies,
        boolean cleanupPolicyDryRun,
        @Nullable String key,
        JsonObject scanning) {

    static String name(String project, String location, String id) {
        return "projects/" + project + "/locations/" + location + "/repositories/" + id;
    }

    String name() {
        return name(project, location, id);
    }

    boolean takesPushes() {
        return mode.equals("STANDARD_REPOSITORY") && format.equals("DOCKER");
    }

    /** With what a request sets of it: the fields that its mask names, and no others. */
    GarRepository changed(GoogleRequest request) throws RpcFailure {
        List<String> mask =
                List.of(request.query().getOrDefault("updateMask", "").split(",", -1));
        JsonObject body = request.json();
        boolean tags = immutableTags;
        JsonObject policies = cleanupPolicies;
        boolean dryRun = cleanupPolicyDryRun;
        for (String field : mask) {
            switch (field) {
                case "dockerConfig.immutableTags" ->
                    tags = body.get("dockerConfig") instanceof JsonObject docker
                            && GoogleJson.isTrue(docker, "immutableTags");
                case "cleanupPolicies" ->
                    policies = body.get("cleanupPolicies") instanceof JsonObject given ? given : new JsonObject();
                case "cleanupPolicyDryRun" -> dryRun = GoogleJson.isTrue(body, "cleanupPolicyDryRun");
                default -> throw new RpcFailure(400, "INVALID_ARGUMENT", "Request contains an invalid argument.");
            }
        }
        return new GarRepository(project, location, id, format, mode, tags, policies, dryRun, key, scanning);
    }

    /** As {@code repositories.get} shows it; what is as by default is left out, as in proto3's JSON. */
    JsonObject shown() {
        JsonObject shown = GoogleJson.object(
                "name",
                name(),
                "format",
                format,
                "createTime",
                "2026-01-01T00:00:00Z",
                "updateTime",
                "2026-01-01T00:00:00Z",
                "mode",
                mode,
                "registryUri",
                location + "-docker.pkg.dev/" + project + "/" + id);
        if (format.equals("DOCKER")) {
            JsonObject docker = new JsonObject();
            if (immutableTags) {
                docker.addProperty("immutableTags", true);
            }
            shown.add("dockerConfig", docker);
        }
        if (!cleanupPolicies.isEmpty()) {
            shown.add("cleanupPolicies", cleanupPolicies);
        }
        if (cleanupPolicyDryRun) {
            shown.addProperty("cleanupPolicyDryRun", true);
        }
        if (key != null) {
            shown.addProperty("kmsKeyName", key);
        }
        shown.add("vulnerabilityScanningConfig", scanning);
        return shown;
    }
}
