package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resource Manager, asked about one registry: four requests at most, however many images there are. Who may push seldom may
 * read here, so a refusal says nothing about pushing.
 */
final class Manager {
    private static final String REGISTRIES = "Microsoft.ContainerRegistry/registries";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String REGISTRY_API = "2025-11-01";

    private final Place place;
    private final Ways ways;
    private final Secret token;

    Manager(Place place, Ways ways, Secret token) {
        this.place = place;
        this.ways = ways;
        this.token = token;
    }

    /**
     * Finds the registry by its name alone, in whichever subscription the caller sees it. Of several the one at the very host;
     * where none is there, it is another registry.
     */
    RegistrySeen find() throws InterruptedException {
        // The name is letters and digits, or the reference would not have been taken for one of ACR's.
        String query = "{\"query\":\"resources | where type =~ '" + REGISTRIES + "' and name =~ '" + place.name()
                + "' | project id, name, properties, sku, tenantId\"}";
        Reply reply = ways.ask(
                "POST",
                place.manager() + "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01",
                token,
                JSON,
                query);
        if (reply instanceof Reply.None none) {
            return new RegistrySeen.Hidden(null, List.of("Resource Graph: " + none.words()));
        }
        List<Json> rows = ((Reply.Given) reply).body().list("data");
        Json row = rows.stream()
                .filter(each ->
                        place.host().equalsIgnoreCase(each.at("properties").text("loginServer")))
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .orElse(new Json(Map.of()));
        String id = row.text("id");
        if (id == null || !id.startsWith("/subscriptions/") || id.contains(" ")) {
            return new RegistrySeen.Hidden(
                    null, List.of("Resource Graph shows the caller no registry of the name " + place.name()));
        }
        Reply fresh = get(id + "?api-version=" + REGISTRY_API);
        return new RegistrySeen.Shown(id, fresh instanceof Reply.Given given ? given.body() : row);
    }

    /** What the caller may do there; null where they may not ask. */
    @Nullable
    EffectivePermissions permissions(String id) throws InterruptedException {
        Reply reply = get(id + "/providers/Microsoft.Authorization/permissions?api-version=2022-04-01");
        return reply instanceof Reply.Given given
                ? new EffectivePermissions(given.body().list("value"))
                : null;
    }

    /** How long what was deleted is kept; empty where that is not told. Only preview versions of the API have it. */
    Json softDelete(String id) throws InterruptedException {
        return get(id + "?api-version=2023-11-01-preview") instanceof Reply.Given given
                ? given.body().at("properties").at("policies").at("softDeletePolicy")
                : new Json(Map.of());
    }

    /** The registry's tasks; null where the caller may not ask, or is not shown all of them at once. */
    @Nullable
    List<Json> tasks(String id) throws InterruptedException {
        Reply reply = get(id + "/tasks?api-version=2019-04-01");
        return reply instanceof Reply.Given given && given.body().secret("nextLink") == null
                ? given.body().list("value")
                : null;
    }

    /** A plan of Defender's for the registry's subscription. */
    Reply plan(String id, String name) throws InterruptedException {
        String subscription = id.replaceFirst("(?i)/resourceGroups/.*", "");
        return get(subscription + "/providers/Microsoft.Security/pricings/" + name + "?api-version=2024-01-01");
    }

    /** Whether the name is free in all of Azure; null where that cannot be asked. */
    @Nullable
    Boolean isNameFree() throws InterruptedException {
        if (!(get("/subscriptions?api-version=2022-12-01") instanceof Reply.Given subscriptions)) {
            return null;
        }
        String subscription = subscriptions.body().list("value").stream()
                .map(each -> each.text("subscriptionId"))
                .filter(each -> each != null && Who.isGuid(each))
                .findFirst()
                .orElse(null);
        if (subscription == null) {
            return null;
        }
        Reply reply = ways.ask(
                "POST",
                place.manager() + "/subscriptions/" + subscription
                        + "/providers/Microsoft.ContainerRegistry/checkNameAvailability?api-version=" + REGISTRY_API,
                token,
                JSON,
                "{\"name\":\"" + place.name() + "\",\"type\":\"" + REGISTRIES + "\"}");
        return reply instanceof Reply.Given given ? given.body().flag("nameAvailable") : null;
    }

    private Reply get(String path) throws InterruptedException {
        return ways.ask("GET", place.manager() + path, token, Map.of(), null);
    }
}
