package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes a repository of Artifact Registry. Without further words it is a standard one for docker images. */
public final class RepositoryDescription {
    private String format = "DOCKER";
    private String mode = "STANDARD_REPOSITORY";
    private boolean immutableTags;
    private JsonObject cleanupPolicies = new JsonObject();
    private boolean dryRun;
    private @Nullable String key;
    private JsonObject scanning =
            GoogleJson.object("enablementConfig", "INHERITED", "enablementState", "SCANNING_DISABLED");
    private final List<IamBinding> bindings = new ArrayList<>();
    private final List<String> images = new ArrayList<>();

    RepositoryDescription() {}

    /** Another format, such as {@code MAVEN}. */
    public RepositoryDescription format(String name) {
        format = name;
        return this;
    }

    /** Another mode: {@code REMOTE_REPOSITORY} or {@code VIRTUAL_REPOSITORY}, which take no pushes. */
    public RepositoryDescription mode(String name) {
        mode = name;
        return this;
    }

    /** Tags cannot be moved. */
    public RepositoryDescription immutableTags() {
        immutableTags = true;
        return this;
    }

    /** Cleanup policies, as the API writes them: an object of policies by id. */
    public RepositoryDescription cleanupPolicies(String json) {
        cleanupPolicies = GoogleJson.parse(json);
        return this;
    }

    /** Cleanup policies only tell what they would delete. */
    public RepositoryDescription cleanupPolicyDryRun() {
        dryRun = true;
        return this;
    }

    /** A customer's key. */
    public RepositoryDescription kmsKey(String name) {
        key = name;
        return this;
    }

    /** Scanning: {@code INHERITED} or {@code DISABLED}, and what it comes to, such as {@code SCANNING_ACTIVE}. */
    public RepositoryDescription scanning(String config, String state) {
        scanning = GoogleJson.object("enablementConfig", config, "enablementState", state);
        return this;
    }

    /** Gives a member a role on this repository alone. */
    public RepositoryDescription grant(String role, String member) {
        bindings.add(new IamBinding(role, member));
        return this;
    }

    /** An image that is there: its path below the repository and a tag, {@code app:1.0}. */
    public RepositoryDescription image(String pathAndTag) {
        images.add(pathAndTag);
        return this;
    }

    List<IamBinding> bindings() {
        return List.copyOf(bindings);
    }

    List<String> images() {
        return List.copyOf(images);
    }

    GarRepository described(String project, String location, String id) {
        return new GarRepository(
                project, location, id, format, mode, immutableTags, cleanupPolicies, dryRun, key, scanning);
    }
}
