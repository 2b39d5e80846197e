package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.SideDoor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Azure Resource Manager, as far as it tells of a registry. The registry's properties are named as in the SDK's model of API
 * version 2025-11-01; Resource Graph, permissions and errors are as documented; that who may not read a registry gets
 * AuthorizationFailed, and sees nothing of it in Resource Graph, is general knowledge.
 */
final class Arm {
    private static final String AUDIENCE = "https://management.azure.com";
    private static final String READ = "Microsoft.ContainerRegistry/registries/read";

    private final Entra entra;
    private final RoleAssignments roles;
    private final AcrState registry;

    Arm(Entra entra, RoleAssignments roles, AcrState registry) {
        this.entra = entra;
        this.roles = roles;
        this.registry = registry;
    }

    SideDoor.@Nullable Answer answer(SideDoor.Request request) {
        String path = request.path();
        String lower = path.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("/subscriptions") && !lower.startsWith("/providers/")) {
            return null;
        }
        Principal caller = caller(request.authorization());
        if (caller == null) {
            return AzureJson.armError(401, "InvalidAuthenticationToken", "The access token is invalid.");
        }
        if (lower.equals("/providers/microsoft.resourcegraph/resources")) {
            return graph(caller, request.body());
        }
        if (lower.equals("/subscriptions")) {
            return subscriptions(caller);
        }
        if (lower.endsWith("/checknameavailability")) {
            return nameAvailability(request.body());
        }
        String pricings = registry.subscriptionId() + "/providers/microsoft.security/pricings/";
        if (lower.startsWith(pricings)) {
            return pricing(caller, path.substring(pricings.length()));
        }
        String resource = registry.resourceId().toLowerCase(Locale.ROOT);
        if (!lower.startsWith(resource) || registry.settings().noSuchRegistry) {
            return AzureJson.armError(404, "ResourceNotFound", "The Resource '" + path + "' was not found.");
        }
        boolean isPreview = request.parameter("api-version").endsWith("-preview");
        return ofRegistry(caller, lower.substring(resource.length()), path, isPreview);
    }

    /** A plan of Defender's, as the API of 2024-01-01 shows it. */
    private SideDoor.Answer pricing(Principal caller, String plan) {
        if (!roles.allow(caller, registry.subscriptionId(), "Microsoft.Security/pricings/read")) {
            return AzureJson.armError(403, "AuthorizationFailed", "does not have authorization");
        }
        boolean isOn = plan.equals(registry.settings().defenderPlan);
        JsonObject properties = AzureJson.object("pricingTier", isOn ? "Standard" : "Free");
        if (isOn) {
            properties.add(
                    "extensions",
                    AzureJson.array(List.of(AzureJson.object(
                            "name",
                            "ContainerRegistriesVulnerabilityAssessments",
                            "isEnabled",
                            registry.settings().defenderScans ? "True" : "False"))));
        }
        return new SideDoor.Answer(
                200, AzureJson.object("name", plan, "properties", properties).toString());
    }

    private SideDoor.Answer ofRegistry(Principal caller, String below, String path, boolean isPreview) {
        String action = switch (below) {
            case "" -> READ;
            case "/tasks" -> "Microsoft.ContainerRegistry/registries/tasks/read";
            case "/providers/microsoft.authorization/permissions" -> "Microsoft.Authorization/permissions/read";
            default -> "";
        };
        if (action.isEmpty()) {
            return AzureJson.armError(404, "ResourceNotFound", "The Resource '" + path + "' was not found.");
        }
        if (!roles.allow(caller, registry.resourceId(), action)) {
            return AzureJson.armError(
                    403,
                    "AuthorizationFailed",
                    "The client '" + caller.objectId() + "' with object id '" + caller.objectId()
                            + "' does not have authorization to perform action '" + action + "' over scope '"
                            + registry.resourceId() + "' or the scope is invalid.");
        }
        JsonObject body = switch (below) {
            case "" -> new AcrResource(registry).json(isPreview);
            case "/tasks" -> AzureJson.object("value", tasks());
            default -> AzureJson.object("value", permissions(caller));
        };
        return new SideDoor.Answer(200, body.toString());
    }

    private @Nullable Principal caller(@Nullable String authorization) {
        String token = authorization == null ? "" : authorization.replaceFirst("(?i)^Bearer ", "");
        Entra.Issued issued = entra.known(token);
        return issued != null && issued.audience().replaceAll("/$", "").equals(AUDIENCE) ? issued.principal() : null;
    }

    private boolean isShown(Principal caller) {
        return !registry.settings().noSuchRegistry && roles.allow(caller, registry.resourceId(), READ);
    }

    private SideDoor.Answer graph(Principal caller, String query) {
        JsonArray rows = new JsonArray();
        if (isShown(caller) && query.toLowerCase(Locale.ROOT).contains("'" + registry.name() + "'")) {
            JsonObject row = new AcrResource(registry).json(false);
            row.addProperty("subscriptionId", registry.subscription());
            row.addProperty("tenantId", registry.tenant());
            rows.add(row);
        }
        return new SideDoor.Answer(
                200,
                AzureJson.object(
                                "totalRecords",
                                rows.size(),
                                "count",
                                rows.size(),
                                "data",
                                rows,
                                "facets",
                                new JsonArray(),
                                "resultTruncated",
                                "false")
                        .toString());
    }

    /** Those on which the caller has a role, on something in them at least. */
    private SideDoor.Answer subscriptions(Principal caller) {
        JsonArray rows = new JsonArray();
        if (!roles.of(caller, registry.resourceId()).isEmpty()) {
            rows.add(AzureJson.object(
                    "id", registry.subscriptionId(),
                    "subscriptionId", registry.subscription(),
                    "tenantId", registry.tenant(),
                    "state", "Enabled"));
        }
        return new SideDoor.Answer(200, AzureJson.object("value", rows).toString());
    }

    private SideDoor.Answer nameAvailability(String asked) {
        boolean taken = !registry.settings().noSuchRegistry && asked.contains("\"" + registry.name() + "\"");
        JsonObject body = AzureJson.object("nameAvailable", !taken);
        if (taken) {
            body.addProperty("reason", "AlreadyExists");
            body.addProperty("message", "The registry " + registry.name() + " is already in use.");
        }
        return new SideDoor.Answer(200, body.toString());
    }

    private JsonArray permissions(Principal caller) {
        JsonArray all = new JsonArray();
        roles.of(caller, registry.resourceId())
                .forEach(one -> all.add(AzureJson.object(
                        "actions",
                        AzureJson.array(one.role().actions()),
                        "notActions",
                        new JsonArray(),
                        "dataActions",
                        AzureJson.array(one.role().dataActions()),
                        "notDataActions",
                        new JsonArray())));
        return all;
    }

    private JsonArray tasks() {
        JsonArray all = new JsonArray();
        for (String command : registry.settings().purges) {
            String yaml = "version: v1.1.0\nsteps:\n  - cmd: " + command + "\n";
            all.add(AzureJson.object(
                    "name",
                    "purge" + all.size(),
                    "properties",
                    AzureJson.object(
                            "status",
                            "Enabled",
                            "step",
                            AzureJson.object(
                                    "type",
                                    "EncodedTask",
                                    "encodedTaskContent",
                                    Base64.getEncoder().encodeToString(yaml.getBytes(StandardCharsets.UTF_8))),
                            "trigger",
                            AzureJson.object(
                                    "timerTriggers",
                                    AzureJson.array(List.of(AzureJson.object(
                                            "schedule", "0 1 * * *", "status", "Enabled", "name", "nightly")))))));
        }
        return all;
    }
}
