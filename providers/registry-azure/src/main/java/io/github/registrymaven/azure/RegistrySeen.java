package io.github.registrymaven.azure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registry as Resource Manager shows it to the caller. */
sealed interface RegistrySeen {
    /** Everything that Resource Manager tells of it. */
    record Shown(String id, Json resource) implements RegistrySeen {
        Json properties() {
            return resource.at("properties");
        }

        @Nullable
        String loginServer() {
            return properties().text("loginServer");
        }

        /** Whether it is the registry of that host, as far as it is told. */
        boolean isAt(String host) {
            String server = loginServer();
            return server == null || server.equalsIgnoreCase(host);
        }

        /** Basic, Standard or Premium. */
        String sku() {
            String name = resource.at("sku").text("name");
            return name == null ? "" : name;
        }

        boolean isPremium() {
            return sku().equals("Premium");
        }

        /** Null where Resource Manager does not tell it. */
        @Nullable
        Boolean hasRolesByRepository() {
            String mode = properties().text("roleAssignmentMode");
            return mode == null
                    ? null
                    : switch (mode) {
                        case "AbacRepositoryPermissions" -> Boolean.TRUE;
                        case "LegacyRegistryPermissions" -> Boolean.FALSE;
                        default -> null;
                    };
        }

        boolean isPublic() {
            return !"Disabled".equalsIgnoreCase(properties().text("publicNetworkAccess"));
        }

        boolean hasPrivateEndpoint() {
            return !properties().list("privateEndpointConnections").isEmpty();
        }
    }

    /**
     * Nothing, which does not mean that there is nothing.
     *
     * @param nameIsFree whether Azure says that no registry has the name; null where that was not asked or not answered
     * @param words lines of evidence
     */
    record Hidden(@Nullable Boolean nameIsFree, List<String> words) implements RegistrySeen {
        public Hidden {
            words = List.copyOf(words);
        }
    }

    /** What is seen of the registry of a host. With labels in their hosts' names, registries may have one name. */
    default RegistrySeen at(String host) {
        return this instanceof Shown shown && !shown.isAt(host)
                ? new Hidden(
                        null,
                        List.of("Resource Graph shows the caller another registry of that name, at "
                                + shown.loginServer()))
                : this;
    }
}
