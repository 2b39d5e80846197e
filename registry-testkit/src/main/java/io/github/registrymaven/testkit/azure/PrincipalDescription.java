package io.github.registrymaven.testkit.azure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes somebody in a tenant, and which roles are assigned to them. */
public final class PrincipalDescription {
    private final String name;
    private final Principal.Kind kind;
    private final Set<String> secrets = new HashSet<>();
    private final Set<String> expired = new HashSet<>();
    private final Set<String> assertions = new HashSet<>();
    private final List<Assigned> roles = new ArrayList<>();
    private @Nullable String tenant;

    PrincipalDescription(String name, Principal.Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** A role as it is assigned: {@code repositories} is a prefix that a condition limits it to; null for no condition. */
    record Assigned(
            BuiltInRole role, String scope, @Nullable String repositories) {}

    /** Of another tenant than the registry's. */
    public PrincipalDescription tenant(String id) {
        tenant = id;
        return this;
    }

    /** A client secret. */
    public PrincipalDescription secret(String value) {
        secrets.add(value);
        return this;
    }

    /** A client secret whose time is over. */
    public PrincipalDescription expiredSecret(String value) {
        expired.add(value);
        return this;
    }

    /** A token of another issuer, such as a CI runner's, that a federated credential lets stand for it. */
    public PrincipalDescription federated(String assertion) {
        assertions.add(assertion);
        return this;
    }

    /** A role on the registry. */
    public PrincipalDescription role(BuiltInRole role) {
        roles.add(new Assigned(role, "", null));
        return this;
    }

    /** A role on the registry's subscription, or on its resource group. */
    public PrincipalDescription roleOnSubscription(BuiltInRole role) {
        roles.add(new Assigned(role, "subscription", null));
        return this;
    }

    /** A role on the registry, with the condition that a repository's name starts so. */
    public PrincipalDescription role(BuiltInRole role, String repositories) {
        roles.add(new Assigned(role, "", repositories));
        return this;
    }

    List<Assigned> roles() {
        return List.copyOf(roles);
    }

    /** The same names, the same ids: they show in messages, and tests compare those. */
    Principal in(String home) {
        String of = tenant == null ? home : tenant;
        return new Principal(
                name,
                kind,
                of,
                id("object " + name),
                kind == Principal.Kind.USER ? null : id("client " + name),
                Set.copyOf(secrets),
                Set.copyOf(expired),
                Set.copyOf(assertions));
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
