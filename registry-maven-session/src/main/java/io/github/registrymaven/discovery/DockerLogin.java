package io.github.registrymaven.discovery;

import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.preflight.PushLogin;
import java.util.List;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * With which login docker-maven-plugin pushes, and JKube, which began as a copy of it: properties of the JVM, {@code <authConfig>},
 * settings.xml, docker's config.
 *
 * @see <a href="https://github.com/fabric8io/docker-maven-plugin">AuthConfigFactory</a>
 * @see <a href="https://github.com/eclipse-jkube/jkube">DockerAuthConfigFactory</a>
 */
final class DockerLogin {
    private final Configured plugin;
    private final OwnLogin own;
    private final String properties;
    private final @Nullable String moreProperties;

    private DockerLogin(Configured plugin, String properties, @Nullable String moreProperties) {
        this.plugin = plugin;
        this.own = new OwnLogin(plugin);
        this.properties = properties;
        this.moreProperties = moreProperties;
    }

    static DockerLogin ofDockerMavenPlugin(Configured plugin) {
        return new DockerLogin(plugin, "docker.", "registry.");
    }

    static DockerLogin ofJKube(Configured plugin) {
        return new DockerLogin(plugin, "jkube.docker.", null);
    }

    PushLogin of(@Nullable String registry, String repository) {
        boolean exchanged = registry != null
                && registry.matches(".*\\.dkr\\.ecr\\..*amazonaws\\.com.*")
                && !plugin.flag(properties + "skip.extendedAuth", "skipExtendedAuth");
        if (exchanged) {
            return new PushLogin.Unseen(plugin.artifactId() + " makes a login for Amazon ECR out of AWS keys itself");
        }
        if (usesOpenShift()) {
            return new PushLogin.Unseen(plugin.artifactId() + " takes the login of OpenShift");
        }
        PushLogin given = given();
        if (given != null) {
            return given;
        }
        String server = serverForUser(registry, repository);
        return server == null
                ? new PushLogin.Usual()
                : new PushLogin.Unseen(
                        plugin.artifactId() + " takes <server> \"" + server + "\" of settings.xml for it");
    }

    /** For pushes first, then for all; properties before the POM each time. */
    private @Nullable PushLogin given() {
        Xpp3Dom authConfig = plugin.element("authConfig");
        @Nullable
        PushLogin[] inOrder = {
            property(properties + "push."),
            element(Configured.below(authConfig, "push"), "<authConfig><push>"),
            property(properties),
            element(authConfig, "<authConfig>"),
            moreProperties == null ? null : property(moreProperties)
        };
        for (PushLogin login : inOrder) {
            if (login != null) {
                return login;
            }
        }
        return null;
    }

    private @Nullable PushLogin property(String prefix) {
        return login(plugin.system(prefix + "username"), plugin.system(prefix + "password"), prefix + "password");
    }

    private @Nullable PushLogin element(@Nullable Xpp3Dom element, String place) {
        Xpp3Dom user = Configured.below(element, "username");
        Xpp3Dom password = Configured.below(element, "password");
        PushLogin open = own.open(place, new PushLogin.Usual(), user, password);
        return open == null ? login(plugin.textOf(user), plugin.textOf(password), place) : open;
    }

    private @Nullable PushLogin login(@Nullable String user, @Nullable String password, String place) {
        if (password != null && password.matches("(?s).*\\{.+}.*")) {
            return new PushLogin.Unseen(place + " of " + plugin.artifactId() + " is encrypted");
        }
        FoundCredential found = own.password(user, password, place);
        return found == null ? null : new PushLogin.Brought(found);
    }

    private boolean usesOpenShift() {
        List<String> inPom = List.of("authConfig", "push");
        String all = plugin.text("authConfig", "useOpenShiftAuth");
        String pushes = plugin.text(inPom.get(0), inPom.get(1), "useOpenShiftAuth");
        return Boolean.parseBoolean(all)
                || Boolean.parseBoolean(pushes)
                || Boolean.parseBoolean(plugin.system(properties + "useOpenShiftAuth"))
                || Boolean.parseBoolean(plugin.system(properties + "push.useOpenShiftAuth"));
    }

    /** A server may be for one user of a registry: its id is then {@code registry/user}. */
    private @Nullable String serverForUser(@Nullable String registry, String repository) {
        String path = registry == null ? repository : repository.substring(registry.length() + 1);
        int slash = path.indexOf('/');
        if (slash < 0) {
            return null;
        }
        String user = "/" + path.substring(0, slash);
        List<String> hosts = registry == null
                ? List.of("docker.io", "index.docker.io", "registry.hub.docker.com")
                : List.of(registry);
        return plugin.session().getSettings().getServers().stream()
                .map(Server::getId)
                .filter(id -> hosts.stream().anyMatch(host -> id.equals(host + user)))
                .findFirst()
                .orElse(null);
    }
}
