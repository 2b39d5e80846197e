package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.PushLogin;
import org.jspecify.annotations.Nullable;

/**
 * What Spotify's two plugins have in common of their logins: the library that looks for them, and for whom it looks.
 *
 * @see <a href="https://github.com/spotify/docker-client">ImageRef, ConfigFileRegistryAuthSupplier, ContainerRegistryAuthSupplier</a>
 */
final class SpotifyLogin {
    private SpotifyLogin() {}

    /** What docker-maven-plugin sends: docker's config, then Google's login, then the server that is named, for any registry. */
    static PushLogin ofDockerPlugin(Configured plugin, String repository) {
        PushLogin unseen = unseen(plugin, repository, true);
        if (unseen != null) {
            return unseen;
        }
        String server = plugin.parameter("serverId", "serverId");
        return server == null || !isServer(plugin, server)
                ? new PushLogin.Docker(null)
                : new PushLogin.Unseen(plugin.artifactId() + " takes <server> \"" + server
                        + "\" of settings.xml where docker's config has no login");
    }

    /** A login that nothing here can foresee; null where there is none of that kind. */
    static @Nullable PushLogin unseen(Configured plugin, String repository, boolean knowsGoogle) {
        if (knowsGoogle && repository.matches("([a-z]+\\.)?gcr\\.io/.*")) {
            return new PushLogin.Unseen(plugin.artifactId() + " takes Google's application default credentials");
        }
        return first(repository).matches("localhost|[^.]*:.*")
                ? new PushLogin.Unseen(plugin.artifactId() + " sends docker.io's login to a host without a dot")
                : null;
    }

    static boolean isServer(Configured plugin, String id) {
        return plugin.session().getSettings().getServers().stream().anyMatch(server -> id.equals(server.getId()));
    }

    /** The registry as the library understands it: what is before the first slash, if it has a dot. */
    static String registryName(String repository) {
        String first = first(repository);
        return first.contains(".") ? first : "docker.io";
    }

    private static String first(String repository) {
        int slash = repository.indexOf('/');
        return slash < 0 ? "" : repository.substring(0, slash);
    }
}
