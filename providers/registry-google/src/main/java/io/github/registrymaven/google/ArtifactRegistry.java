package io.github.registrymaven.google;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Artifact Registry's API, version 1, and what Resource Manager knows of whole projects. */
final class ArtifactRegistry {
    private static final int MOST_LISTED = 1000;

    private final Api api;

    ArtifactRegistry(Api api) {
        this.api = api;
    }

    RepositorySeen look(Place place, Session session) throws InterruptedException {
        Answer<JsonObject> answer = api.get(Destinations.ARTIFACT_REGISTRY, place.path(), session);
        if (answer instanceof Answer.Given<JsonObject> given) {
            return new RepositorySeen.There(given.value());
        }
        Trouble trouble = ((Answer.None<JsonObject>) answer).trouble();
        return trouble.isAbsent() ? new RepositorySeen.Absent(trouble) : new RepositorySeen.Hidden(trouble);
    }

    /** The one answer that is about what the asking identity may really do, whatever it comes from. */
    Grants test(Place place, Session session) throws InterruptedException {
        return granted(api.post(
                Destinations.ARTIFACT_REGISTRY,
                place.path() + ":testIamPermissions",
                asking(PushPermission.ids()),
                session));
    }

    /** The same of a whole project, for what is granted nowhere else. */
    Grants testProject(String project, List<String> permissions, Session session) throws InterruptedException {
        return granted(api.post(
                Destinations.RESOURCE_MANAGER,
                "/v3/projects/" + Place.encoded(project) + ":testIamPermissions",
                asking(permissions),
                session));
    }

    /** The repositories in the same project and location; none where they may not be seen. */
    List<String> beside(Place place, Session session) throws InterruptedException {
        Answer<JsonObject> answer =
                api.get(Destinations.ARTIFACT_REGISTRY, place.listPath() + "?pageSize=" + MOST_LISTED, session);
        return answer instanceof Answer.Given<JsonObject> given
                ? Json.objects(given.value(), "repositories").stream()
                        .map(repository -> Json.line(Json.text(repository, "name")))
                        .map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .toList()
                : List.of();
    }

    /** One page of the images of all packages, a version each. */
    Answer<JsonObject> images(Place place, int size, String page, Session session) throws InterruptedException {
        String after = page.isEmpty() ? "" : "&pageToken=" + Place.encoded(page);
        return api.get(
                Destinations.ARTIFACT_REGISTRY, place.path() + "/dockerImages?pageSize=" + size + after, session);
    }

    Answer<JsonObject> policy(Place place, Session session) throws InterruptedException {
        return api.get(Destinations.ARTIFACT_REGISTRY, place.path() + ":getIamPolicy", session);
    }

    private static JsonObject asking(List<String> permissions) {
        JsonArray asked = new JsonArray();
        permissions.forEach(asked::add);
        JsonObject body = new JsonObject();
        body.add("permissions", asked);
        return body;
    }

    private static Grants granted(Answer<JsonObject> answer) {
        if (answer instanceof Answer.None<JsonObject> none) {
            return new Grants(Set.of(), none.trouble());
        }
        JsonObject body = ((Answer.Given<JsonObject>) answer).value();
        return new Grants(new HashSet<>(Json.texts(body, "permissions")), null);
    }
}
