package io.github.registrymaven.azure;

import io.github.registrymaven.blueprint.AcrPush;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The least role for exactly whoever pushes, on the registry and nothing above it. */
final class RoleRemedies {
    private final Place place;
    private final Facts facts;
    private final Login login;

    RoleRemedies(Place place, Facts facts, Login login) {
        this.place = place;
        this.facts = facts;
        this.login = login;
    }

    List<Remedy> of(ImageReference image) {
        if (login.kind() == Login.Kind.SCOPED) {
            return List.of(scopeMap(image));
        }
        if (login.kind() == Login.Kind.ADMIN || login.kind() == Login.Kind.OPAQUE) {
            return List.of();
        }
        RegistrySeen.Shown shown = facts.shown();
        Boolean byRepository = shown == null ? null : shown.hasRolesByRepository();
        if (byRepository != null) {
            return List.of(role(byRepository ? AcrPush.BY_REPOSITORY : AcrPush.REGISTRY_WIDE, "Give "));
        }
        return List.of(
                new Remedy(
                        "See how the registry's roles are assigned",
                        List.of("az acr show --name " + place.name() + " --query roleAssignmentMode --output tsv"),
                        List.of()),
                role(AcrPush.REGISTRY_WIDE, "If that is LegacyRegistryPermissions, give "),
                role(AcrPush.BY_REPOSITORY, "If it is AbacRepositoryPermissions, give "));
    }

    private Remedy role(String role, String beginning) {
        return new Remedy(
                beginning + login.words() + " the role " + role + " on this registry",
                List.of("az role assignment create " + assignee() + " --role \"" + role + "\" --scope " + scope()),
                List.of());
    }

    private String assignee() {
        Caller.Known known = facts.known();
        Who who = login.who();
        if (known != null
                && who != null
                && who.isSame(known.who())
                && known.who().objectId() != null) {
            return "--assignee-object-id " + known.who().objectId() + " --assignee-principal-type "
                    + (Boolean.TRUE.equals(known.who().isUser()) ? "User" : "ServicePrincipal");
        }
        return "--assignee " + quoted(who);
    }

    private static String quoted(@Nullable Who who) {
        String name = who == null ? "" : who.clientId() == null ? who.name() : who.clientId();
        return name.matches("[\\w.@+-]+") ? name : "WHO-PUSHES";
    }

    private String scope() {
        RegistrySeen.Shown shown = facts.shown();
        return shown == null ? "$(az acr show --name " + place.name() + " --query id --output tsv)" : shown.id();
    }

    private Remedy scopeMap(ImageReference image) {
        String name = login.name().matches("[\\w-]+") ? login.name() : "NAME";
        return new Remedy(
                "Let the token's scope map write to this repository",
                List.of(
                        "az acr token show --registry " + place.name() + " --name " + name
                                + " --query scopeMapId --output tsv",
                        "az acr scope-map update --registry " + place.name() + " --name SCOPE-MAP --add-repository "
                                + image.repository() + " content/read content/write"),
                List.of());
    }
}
