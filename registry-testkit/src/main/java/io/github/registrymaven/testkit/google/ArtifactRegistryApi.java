package io.github.registrymaven.testkit.google;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.StoredImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code artifactregistry.googleapis.com}, version 1. */
final class ArtifactRegistryApi implements GoogleService {
    private static final String SERVICE = "artifactregistry.googleapis.com";
    private static final String LOCATION = "/v1/projects/([^/]+)/locations/([^/:]+)/repositories";
    private static final Pattern LIST = Pattern.compile(LOCATION);
    private static final Pattern REPOSITORY =
            Pattern.compile(LOCATION + "/([^/:]+)(:testIamPermissions|:getIamPolicy|:setIamPolicy)?");
    private static final Pattern TAG = Pattern.compile(LOCATION + "/([^/:]+)/packages/([^/]+)/tags/([^/]+)");

    private static final Pattern IMAGES = Pattern.compile(LOCATION + "/([^/:]+)/dockerImages");
    private static final Pattern OPERATION = Pattern.compile("/v1/(projects/[^/]+/locations/[^/]+/operations/[^/:]+)");

    private static final int IMAGES_OF_A_PAGE = 2;

    private final RepositoryCreation creation = new RepositoryCreation();
    private final GoogleState state;
    private final Hosts hosts;

    ArtifactRegistryApi(GoogleState state, Hosts hosts) {
        this.state = state;
        this.hosts = hosts;
    }

    @Override
    public @Nullable String method(GoogleRequest request) {
        Matcher repository = REPOSITORY.matcher(request.path());
        if (repository.matches()) {
            String verb = repository.group(4);
            String read = request.method().equals("PATCH") ? "update" : "get";
            return "artifactregistry.repositories." + (verb == null ? read : verb.substring(1));
        }
        if (LIST.matcher(request.path()).matches()) {
            return "artifactregistry.repositories." + (request.method().equals("POST") ? "create" : "list");
        }
        if (OPERATION.matcher(request.path()).matches()) {
            return "artifactregistry.operations.get";
        }
        if (IMAGES.matcher(request.path()).matches()) {
            return "artifactregistry.dockerImages.list";
        }
        return TAG.matcher(request.path()).matches() ? "artifactregistry.tags.get" : null;
    }

    @Override
    public GoogleAnswer answer(GoogleRequest request, Caller caller) throws RpcFailure {
        String member = caller.member();
        Matcher tag = TAG.matcher(request.path());
        if (tag.matches()) {
            return tag(member, tag);
        }
        Matcher images = IMAGES.matcher(request.path());
        if (images.matches()) {
            return images(member, images, request);
        }
        Matcher operation = OPERATION.matcher(request.path());
        if (operation.matches()) {
            return creation.look(GoogleRequest.decoded(operation.group(1)));
        }
        Matcher path = REPOSITORY.matcher(request.path());
        if (!path.matches()) {
            return list(member, request);
        }
        GoogleProject project = state.project(GoogleRequest.decoded(path.group(1)), SERVICE);
        String name = GarRepository.name(project.id(), path.group(2), path.group(3));
        String verb = path.group(4) == null ? "" : path.group(4);
        return switch (verb) {
            case ":testIamPermissions" -> tested(member, project, name, request);
            case ":getIamPolicy" -> {
                state.require(member, name, "artifactregistry.repositories.getIamPolicy");
                existing(project, name);
                yield policy(name);
            }
            case ":setIamPolicy" -> {
                state.require(member, name, "artifactregistry.repositories.setIamPolicy");
                existing(project, name);
                yield policySet(name, request);
            }
            default -> {
                if (request.method().equals("PATCH")) {
                    state.require(member, name, "artifactregistry.repositories.update");
                    GarRepository changed = existing(project, name).changed(request);
                    project.add(changed);
                    yield GoogleAnswer.json(changed.shown());
                }
                state.require(member, name, "artifactregistry.repositories.get");
                yield GoogleAnswer.json(existing(project, name).shown());
            }
        };
    }

    private static GarRepository existing(GoogleProject project, String name) throws RpcFailure {
        GarRepository repository = project.find(name);
        if (repository == null) {
            throw RpcFailure.absent("Requested entity was not found.");
        }
        return repository;
    }

    /** On an absent repository nothing is granted: whether that is so, or 404, is not documented. */
    private GoogleAnswer tested(String member, GoogleProject project, String name, GoogleRequest request) {
        List<String> granted = GoogleJson.texts(request.json(), "permissions").stream()
                .filter(permission ->
                        project.find(name) != null && state.bindings().allow(member, name, permission))
                .toList();
        return IamApi.permissions(granted);
    }

    private GoogleAnswer list(String member, GoogleRequest request) throws RpcFailure {
        Matcher path = LIST.matcher(request.path());
        if (!path.matches()) {
            throw RpcFailure.absent("Method not found.");
        }
        GoogleProject project = state.project(GoogleRequest.decoded(path.group(1)), SERVICE);
        if (request.method().equals("POST")) {
            state.require(member, "projects/" + project.id(), "artifactregistry.repositories.create");
            return creation.begin(project, path.group(2), request);
        }
        state.require(member, "projects/" + project.id(), "artifactregistry.repositories.list");
        JsonArray shown = new JsonArray();
        project.in(path.group(2)).forEach(repository -> shown.add(repository.shown()));
        JsonObject answer = new JsonObject();
        if (!shown.isEmpty()) {
            answer.add("repositories", shown);
        }
        return GoogleAnswer.json(answer);
    }

    private GoogleAnswer policy(String name) {
        Map<String, List<String>> byRole = new LinkedHashMap<>();
        state.bindings()
                .of(name)
                .forEach(binding -> byRole.computeIfAbsent(binding.role(), role -> new ArrayList<>())
                        .add(binding.member()));
        JsonArray bindings = new JsonArray();
        byRole.forEach((role, members) -> {
            JsonObject binding = GoogleJson.object("role", role);
            binding.add("members", GoogleJson.array(members));
            bindings.add(binding);
        });
        JsonObject answer = GoogleJson.object("etag", "BwAAAAAAAAA=");
        if (!bindings.isEmpty()) {
            answer.add("bindings", bindings);
        }
        return GoogleAnswer.json(answer);
    }

    private GoogleAnswer policySet(String name, GoogleRequest request) {
        List<IamBinding> bindings = new ArrayList<>();
        if (request.json().get("policy") instanceof JsonObject policy
                && policy.get("bindings") instanceof JsonArray array) {
            for (JsonElement each : array) {
                JsonObject binding = each.getAsJsonObject();
                GoogleJson.texts(binding, "members")
                        .forEach(member -> bindings.add(new IamBinding(GoogleJson.text(binding, "role"), member)));
            }
        }
        state.bindings().replace(name, bindings);
        return policy(name);
    }

    private GoogleAnswer tag(String member, Matcher path) throws RpcFailure {
        GoogleProject project = state.project(GoogleRequest.decoded(path.group(1)), SERVICE);
        String name = GarRepository.name(project.id(), path.group(2), path.group(3));
        state.require(member, name, "artifactregistry.tags.get");
        GarRepository repository = existing(project, name);
        String wanted = GoogleRequest.decoded(path.group(5));
        for (StoredImage image : hosts.images(repository, GoogleRequest.decoded(path.group(4)))) {
            if (image.tags().contains(wanted)) {
                String parent = name + "/packages/" + path.group(4);
                return GoogleAnswer.json(GoogleJson.object(
                        "name", parent + "/tags/" + wanted, "version", parent + "/versions/" + image.digest()));
            }
        }
        throw RpcFailure.absent("Requested entity was not found.");
    }

    /** Two a page at most, so that whoever reads one page only is found out. */
    private GoogleAnswer images(String member, Matcher path, GoogleRequest request) throws RpcFailure {
        GoogleProject project = state.project(GoogleRequest.decoded(path.group(1)), SERVICE);
        String name = GarRepository.name(project.id(), path.group(2), path.group(3));
        state.require(member, name, "artifactregistry.dockerimages.list");
        List<JsonObject> all = new ArrayList<>();
        hosts.packages(existing(project, name))
                .forEach((image, stored) -> stored.forEach(one -> all.add(shown(name, image, one))));
        String token = request.query().getOrDefault("pageToken", "");
        int from = token.isEmpty() ? 0 : Integer.parseInt(token);
        JsonArray page = new JsonArray();
        all.subList(from, Math.min(all.size(), from + IMAGES_OF_A_PAGE)).forEach(page::add);
        JsonObject answer = new JsonObject();
        if (!page.isEmpty()) {
            answer.add("dockerImages", page);
        }
        if (from + IMAGES_OF_A_PAGE < all.size()) {
            answer.addProperty("nextPageToken", String.valueOf(from + IMAGES_OF_A_PAGE));
        }
        return GoogleAnswer.json(answer);
    }

    private static JsonObject shown(String repository, String image, StoredImage stored) {
        JsonObject shown = GoogleJson.object(
                "name", repository + "/dockerImages/" + image.replace("/", "%2F") + "@" + stored.digest());
        if (!stored.tags().isEmpty()) {
            shown.add("tags", GoogleJson.array(stored.tags()));
        }
        shown.addProperty("uploadTime", stored.pushedAt().toString());
        shown.addProperty("mediaType", stored.mediaType());
        return shown;
    }
}
