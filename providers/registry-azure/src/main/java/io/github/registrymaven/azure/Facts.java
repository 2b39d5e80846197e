package io.github.registrymaven.azure;

import io.github.registrymaven.network.Reach;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Azure and the registry answered.
 *
 * @param caller as whom Azure was asked
 * @param reach whether the registry was reached, and with which answer
 * @param addresses what the registry's name means here; empty where that was not asked, or not answered
 * @param registry as Resource Manager shows it
 * @param permissions what the caller may do there; null where they may not ask
 * @param exchange what came of the caller's own token at the registry
 * @param repositories what a login sees of each, by its name
 */
record Facts(
        Caller caller,
        Reach reach,
        List<String> addresses,
        RegistrySeen registry,
        @Nullable EffectivePermissions permissions,
        Exchange exchange,
        Map<String, RepositorySeen> repositories) {
    Facts {
        addresses = List.copyOf(addresses);
        repositories = Map.copyOf(repositories);
    }

    /** What the registry does with the caller's token. */
    enum Exchange {
        /** It was not shown any. */
        NOT_ASKED,
        TAKEN,
        /** It refuses one for Resource Manager, and takes one that was made for registries. */
        ONLY_FOR_REGISTRIES,
        REFUSED,
        /** It gave no answer that says. */
        UNKNOWN
    }

    RegistrySeen.@Nullable Shown shown() {
        return registry instanceof RegistrySeen.Shown shown ? shown : null;
    }

    Caller.@Nullable Known known() {
        return caller instanceof Caller.Known known ? known : null;
    }

    RepositorySeen repository(String name) {
        return repositories.getOrDefault(name, RepositorySeen.NOTHING);
    }
}
