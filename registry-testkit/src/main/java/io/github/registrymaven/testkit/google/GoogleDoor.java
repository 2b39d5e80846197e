package io.github.registrymaven.testkit.google;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.BasicLogin;
import io.github.registrymaven.testkit.ControlPlane;
import io.github.registrymaven.testkit.Operation;
import io.github.registrymaven.testkit.Refused;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Artifact Registry says to docker-style clients on one host: the same bindings and settings as behind its API.
 *
 * <p>How sure: denials, their twin for nobody, the missing repository, immutable tags and create-on-push are worded as in
 * public reports. Status and words for repositories of other formats and modes are guesses; so is that a disabled API,
 * missing billing and a perimeter are told here in the API's own words.
 */
final class GoogleDoor implements ControlPlane {
    private static final String UPLOAD = "artifactregistry.repositories.uploadArtifacts";
    private static final String DOWNLOAD = "artifactregistry.repositories.downloadArtifacts";
    private static final String CREATE = "artifactregistry.repositories.createOnPush";

    private final String host;
    private final GoogleState state;
    private final DockerTokens tokens;
    private final Supplier<String> realm;

    GoogleDoor(String host, GoogleState state, DockerTokens tokens, Supplier<String> realm) {
        this.host = host;
        this.state = state;
        this.tokens = tokens;
        this.realm = realm;
    }

    /** A path below the host, taken apart. */
    private record Target(String project, String repository) {}

    @Override
    public void admit(@Nullable String authorization) throws Refused {
        if (authorization == null) {
            throw challenge();
        }
        member(authorization);
    }

    @Override
    public void allow(@Nullable String authorization, String repository, Operation operation) throws Refused {
        String member = member(authorization);
        Target target = target(repository);
        boolean writes = switch (operation) {
            case OPEN_UPLOAD, SEND_UPLOAD, FINISH_UPLOAD, LOOK_AT_UPLOAD, PUT_MANIFEST, CANCEL_UPLOAD -> true;
            default -> false;
        };
        check(member, target, writes ? UPLOAD : DOWNLOAD);
        GarRepository known = find(target);
        if (known == null && writes && Hosts.isGcr(host)) {
            known = createdOnPush(member, target);
        }
        if (known == null) {
            throw new Refused(404, "NAME_UNKNOWN", "Repository \"" + target.repository() + "\" not found");
        }
        if (writes && !known.takesPushes()) {
            throw new Refused(
                    400,
                    "UNSUPPORTED",
                    "Pushing is not supported: the repository is " + known.format() + ", " + known.mode());
        }
    }

    @Override
    public void allowTag(@Nullable String authorization, String repository, String tag, boolean isThere)
            throws Refused {
        check(
                member(authorization),
                target(repository),
                isThere ? "artifactregistry.tags.update" : "artifactregistry.tags.create");
    }

    @Override
    public void checkTagMoves(String repository, String tag) throws Refused {
        GarRepository known = find(target(repository));
        if (known != null && known.immutableTags()) {
            throw new Refused(
                    400,
                    "MANIFEST_INVALID",
                    "cannot update tag " + tag + ". The repository has enabled tag immutability");
        }
    }

    @Override
    public boolean mountsBlobs() {
        return false;
    }

    /** What the token service checks before it gives a token. */
    void checkScope(@Nullable String member, String repository, String actions) throws Refused {
        Target target = target(repository);
        List<String> asked = List.of(actions.split(",", -1));
        if (asked.contains("push")) {
            check(member, target, UPLOAD);
        } else if (asked.contains("pull")) {
            check(member, target, DOWNLOAD);
        }
    }

    private void check(@Nullable String member, Target target, String permission) throws Refused {
        GoogleProject project = state.project(target.project());
        String name = GarRepository.name(target.project(), Hosts.location(host), target.repository());
        if (project != null) {
            try {
                project.check("artifactregistry.googleapis.com");
            } catch (RpcFailure trouble) {
                throw new Refused(403, "DENIED", String.valueOf(trouble.getMessage()));
            }
        }
        if (project == null || !state.bindings().allow(member, name, permission)) {
            throw new Refused(
                    403,
                    "DENIED",
                    member == null
                            ? "Unauthenticated request. Unauthenticated requests do not have permission \"" + permission
                                    + "\" on resource \"" + name + "\" (or it may not exist)"
                            : "Permission \"" + permission + "\" denied on resource \"" + name
                                    + "\" (or it may not exist)");
        }
    }

    private GarRepository createdOnPush(@Nullable String member, Target target) throws Refused {
        GoogleProject project = state.project(target.project());
        if (project == null || !state.bindings().allow(member, "projects/" + target.project(), CREATE)) {
            throw new Refused(
                    403,
                    "DENIED",
                    "gcr.io repo does not exist. Creating on push requires the " + CREATE + " permission");
        }
        GarRepository made =
                new RepositoryDescription().described(target.project(), Hosts.location(host), target.repository());
        project.add(made);
        return made;
    }

    private @Nullable GarRepository find(Target target) {
        GoogleProject project = state.project(target.project());
        return project == null
                ? null
                : project.find(GarRepository.name(target.project(), Hosts.location(host), target.repository()));
    }

    private Target target(String path) throws Refused {
        String[] parts = path.split("/", -1);
        // A project with a dot is example.com:project, its colon written as a slash.
        int own = parts[0].contains(".") ? 2 : 1;
        int least = own + (Hosts.isGcr(host) ? 1 : 2);
        if (parts.length < least) {
            throw new Refused(
                    400,
                    "NAME_INVALID",
                    "Missing image name. Pushes should be of the form docker push HOST-NAME/PROJECT-ID/REPOSITORY/IMAGE");
        }
        String project = own == 2 ? parts[0] + ":" + parts[1] : parts[0];
        return new Target(project, Hosts.isGcr(host) ? host : parts[own]);
    }

    private @Nullable String member(@Nullable String authorization) throws Refused {
        if (authorization == null) {
            return null;
        }
        BasicLogin login = BasicLogin.of(authorization);
        if (login != null) {
            return tokens.ofToken(login.password());
        }
        String token = authorization.replaceFirst("(?i)^Bearer ", "").strip();
        String holder = tokens.holder(token);
        if (holder == null) {
            throw challenge();
        }
        return holder.isEmpty() ? null : holder;
    }

    private Refused challenge() {
        return Refused.challenge(
                "Bearer realm=\"" + realm.get() + "\",service=\"" + host + "\"", "No valid credential was supplied.");
    }

    static JsonObject body(Refused refused) {
        JsonArray errors = new JsonArray();
        errors.add(GoogleJson.object("code", refused.code(), "message", String.valueOf(refused.getMessage())));
        JsonObject body = new JsonObject();
        body.add("errors", errors);
        return body;
    }
}
