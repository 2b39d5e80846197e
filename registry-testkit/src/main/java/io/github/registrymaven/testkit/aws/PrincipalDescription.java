package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes a user or role of an {@link AwsTestCloud}. Who is given no policy may do nothing. */
public final class PrincipalDescription {
    private static final String REPOSITORY = "repository/";

    private final Identity.Kind kind;
    private final String name;
    private final Arns cloud;
    private final JsonArray statements = new JsonArray();
    private final List<Policy> attached = new ArrayList<>();
    private Arns home;
    private String path = "/";
    private @Nullable Policy boundary;
    private @Nullable String trust;

    PrincipalDescription(Identity.Kind kind, String name, Arns cloud) {
        this.kind = kind;
        this.name = name;
        this.cloud = cloud;
        this.home = cloud;
    }

    /** A path, such as {@code /service-role/}, which is part of the ARN, but not of the ARN of a role's session. */
    public PrincipalDescription path(String slashed) {
        path = slashed;
        return this;
    }

    /** Another account than the one whose registry it is. */
    public PrincipalDescription account(String other) {
        home = cloud.of(other);
        return this;
    }

    /**
     * Allows something.
     *
     * @param resource an ARN, {@code *}, or {@code repository/} and a name for one of this cloud; wildcards work
     */
    public PrincipalDescription allow(String resource, String... actions) {
        statements.add(statement("Allow", resource, actions));
        return this;
    }

    /** Denies something, whatever else allows it. */
    public PrincipalDescription deny(String resource, String... actions) {
        statements.add(statement("Deny", resource, actions));
        return this;
    }

    /** Allows what AWS documents for pushing to a repository: a token, and six actions on the repository. */
    public PrincipalDescription allowPush(String repository) {
        return allow("*", "ecr:GetAuthorizationToken")
                .allow(
                        REPOSITORY + repository,
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:InitiateLayerUpload",
                        "ecr:UploadLayerPart",
                        "ecr:CompleteLayerUpload",
                        "ecr:PutImage",
                        "ecr:BatchGetImage");
    }

    /** A policy of its own, as JSON. */
    public PrincipalDescription policy(String json) {
        attached.add(Policy.read("inline-" + attached.size(), null, json));
        return this;
    }

    /** A policy that is managed apart, as JSON; a denial by it names its ARN. */
    public PrincipalDescription managedPolicy(String policyName, String json) {
        attached.add(Policy.read(policyName, home.policy(policyName), json));
        return this;
    }

    /** A permissions boundary, as JSON; a denial by it names its ARN. */
    public PrincipalDescription boundary(String policyName, String json) {
        boundary = Policy.read(policyName, home.policy(policyName), json);
        return this;
    }

    /** Who may become this role, as JSON; without it nobody can by the API. */
    public PrincipalDescription trust(String json) {
        trust = json;
        return this;
    }

    private JsonObject statement(String effect, String resource, String... actions) {
        JsonObject statement = new JsonObject();
        statement.addProperty("Effect", effect);
        statement.add("Action", EcrJson.texts(List.of(actions)));
        statement.addProperty(
                "Resource",
                resource.startsWith(REPOSITORY) ? cloud.repository(resource.substring(REPOSITORY.length())) : resource);
        return statement;
    }

    Identity described(String id) {
        List<Policy> policies = new ArrayList<>(attached);
        if (!statements.isEmpty()) {
            policies.add(Policy.read(
                    name, null, EcrJson.object("Statement", statements).toString()));
        }
        String arn = kind == Identity.Kind.USER ? home.user(path, name) : home.role(path, name);
        Policy read = trust == null ? null : Policy.read("trust", null, trust);
        return new Identity(kind, home, arn, path, name, id, policies, boundary, read, trust);
    }
}
