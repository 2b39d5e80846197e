package io.github.registrymaven.testkit.aws;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identity and access management, as far as a preflight asks it. */
final class Iam {
    private final Directory directory;
    private final Authorizer authorizer;
    private final Simulation simulation;

    Iam(Directory directory, Authorizer authorizer) {
        this.directory = directory;
        this.authorizer = authorizer;
        this.simulation = new Simulation(directory, authorizer);
    }

    Map<String, QueryCall.Answer> answers() {
        return Map.of(
                "GetRole", this::getRole,
                "GetUser", this::getUser,
                "SimulatePrincipalPolicy", simulation::answer);
    }

    private String getRole(QueryCall call) throws AwsFailure {
        String name = call.required("RoleName");
        Identity role = directory.role(name);
        String resource = role == null ? directory.arns().role("/", name) : role.arn();
        authorizer.check(Service.IAM, call.signer(), "iam:GetRole", resource);
        if (role == null) {
            throw new AwsFailure(404, "NoSuchEntity", "The role with name " + name + " cannot be found.");
        }
        Xml xml = shown("Role", role);
        String trust = role.trustText();
        if (trust != null) {
            xml.text("AssumeRolePolicyDocument", URLEncoder.encode(trust, StandardCharsets.UTF_8));
        }
        return boundary(xml, role).close("Role").toString();
    }

    private String getUser(QueryCall call) throws AwsFailure {
        Caller caller = call.signer();
        String name = call.text("UserName");
        Identity user = name == null ? caller.identity() : directory.user(name);
        if (name == null && caller.session() != null) {
            throw new AwsFailure(
                    400, "ValidationError", "Must specify userName when calling with non-User credentials");
        }
        String resource = user == null ? directory.arns().user("/", String.valueOf(name)) : user.arn();
        authorizer.check(Service.IAM, caller, "iam:GetUser", resource);
        if (user == null) {
            throw new AwsFailure(404, "NoSuchEntity", "The user with name " + name + " cannot be found.");
        }
        return boundary(shown("User", user), user).close("User").toString();
    }

    private static Xml shown(String kind, Identity identity) {
        return new Xml()
                .open(kind)
                .text("Path", identity.path())
                .text(kind + "Name", identity.name())
                .text(kind + "Id", identity.id())
                .text("Arn", identity.arn())
                .text("CreateDate", "2026-01-01T00:00:00Z");
    }

    private static Xml boundary(Xml xml, Identity identity) {
        @Nullable Policy boundary = identity.boundary();
        return boundary == null
                ? xml
                : xml.open("PermissionsBoundary")
                        .text("PermissionsBoundaryType", "Policy")
                        .text("PermissionsBoundaryArn", String.valueOf(boundary.arn()))
                        .close("PermissionsBoundary");
    }
}
