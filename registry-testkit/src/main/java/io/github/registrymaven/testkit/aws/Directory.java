package io.github.registrymaven.testkit.aws;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Users and roles by their names, and the root of the account. */
final class Directory {
    private final Arns arns;
    private final Identity root;
    private final Map<String, Identity> users = new ConcurrentHashMap<>();
    private final Map<String, Identity> roles = new ConcurrentHashMap<>();

    Directory(Arns arns) {
        this.arns = arns;
        this.root = new Identity(
                Identity.Kind.ROOT, arns, arns.root(), "/", "root", arns.account(), List.of(), null, null, null);
    }

    void add(Identity identity) {
        (identity.kind() == Identity.Kind.USER ? users : roles).put(identity.name(), identity);
    }

    Arns arns() {
        return arns;
    }

    Identity root() {
        return root;
    }

    @Nullable
    Identity user(String name) {
        return users.get(name);
    }

    @Nullable
    Identity role(String name) {
        return roles.get(name);
    }

    /** A role that single sign-on made of a permission set: {@code AWSReservedSSO_NAME_0123456789abcdef}. */
    @Nullable
    Identity roleOfSignOn(String permissionSet) {
        String name = "AWSReservedSSO_" + permissionSet + "_";
        return roles.values().stream()
                .filter(role -> role.name().startsWith(name))
                .findFirst()
                .orElse(null);
    }

    /** A user or role by its whole ARN, path and all. */
    @Nullable
    Identity byArn(String arn) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        Identity user = users.get(name);
        Identity role = roles.get(name);
        return user != null && user.arn().equals(arn)
                ? user
                : role != null && role.arn().equals(arn) ? role : null;
    }
}
