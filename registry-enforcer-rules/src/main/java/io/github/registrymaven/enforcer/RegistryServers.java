package io.github.registrymaven.enforcer;

import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Which servers of settings.xml are registries. Their id is all there is to go by: what pushes images takes the login of the server
 * that is called like the registry's host, and Maven itself that of the server that is called like a repository, where many an id
 * has dots too.
 */
final class RegistryServers {
    /** Whether a server is a registry. */
    enum Verdict {
        REGISTRY,
        OTHER,
        UNKNOWN
    }

    private static final Set<String> WORDS =
            Set.of("registry", "docker", "harbor", "container", "containers", "cr", "quay");
    /** Of these a label may be a part, as {@code dockerhub}; whatever begins with {@code cr} is as well {@code crm}. */
    private static final List<String> TELLING =
            List.of("registry", "docker", "harbor", "container", "containers", "quay");

    private static final Pattern MAYBE_HOST =
            Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]+|\\d{1,3}(\\.\\d{1,3}){3}");

    private final Set<String> named;
    private final Set<String> repositories;
    private final Supplier<Set<String>> hosts;

    /**
     * What is known of ids beside themselves.
     *
     * @param named by the configuration of a plugin that pushes images
     * @param repositories the ids of repositories of artifacts, and of mirrors
     * @param hosts of the images that the module may push; asked for only where it matters
     */
    RegistryServers(Set<String> named, Set<String> repositories, Supplier<Set<String>> hosts) {
        this.named = Set.copyOf(named);
        this.repositories = Set.copyOf(repositories);
        this.hosts = hosts;
    }

    static RegistryServers of(JudgedModule module) {
        return new RegistryServers(
                PushServers.of(module.project(), module.session()),
                RepositoryIds.of(module.project(), module.session()),
                () -> hosts(module));
    }

    Verdict verdict(String id) {
        if (named.contains(id)) {
            return Verdict.REGISTRY;
        }
        ParsedReference parsed = ImageReference.parse(id + "/name");
        if (!(parsed instanceof ParsedReference.Valid)
                || ((ParsedReference.Valid) parsed).reference().hostImplied()) {
            return Verdict.OTHER;
        }
        ImageReference image = ((ParsedReference.Valid) parsed).reference();
        if (image.kind() != RegistryKind.GENERIC
                || id.contains(":")
                || hosts.get().contains(image.host())) {
            return Verdict.REGISTRY;
        }
        if (repositories.contains(id)) {
            return Verdict.OTHER;
        }
        String host = id.toLowerCase(Locale.ROOT);
        if (!MAYBE_HOST.matcher(host).matches()) {
            return Verdict.OTHER;
        }
        return isCalledRegistry(host) ? Verdict.REGISTRY : Verdict.UNKNOWN;
    }

    private static boolean isCalledRegistry(String host) {
        for (String label : host.split("\\.", -1)) {
            for (String word : label.split("-", -1)) {
                if (WORDS.contains(word)) {
                    return true;
                }
            }
            for (String word : TELLING) {
                if (label.startsWith(word) || label.endsWith(word)) {
                    return true;
                }
            }
        }
        return host.endsWith("cr.io");
    }

    private static Set<String> hosts(JudgedModule module) {
        Set<String> hosts = new HashSet<>();
        add(hosts, module.deployed());
        add(hosts, module.requested(null, "", remark -> {}));
        return hosts;
    }

    private static void add(Set<String> hosts, Collection<RequestedImage> images) {
        for (RequestedImage image : images) {
            ParsedReference parsed = ImageReference.parse(image.reference());
            if (parsed instanceof ParsedReference.Valid) {
                hosts.add(((ParsedReference.Valid) parsed).reference().host());
            }
        }
    }
}
