package io.github.registrymaven.discovery;

import io.github.registrymaven.credential.LookupOrder;
import io.github.registrymaven.preflight.PushLogin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * dockerfile-maven-plugin's {@code push}, with what its {@code build} and {@code tag} leave behind for it in files: in the
 * same build those are not written yet, so the goals are read before.
 *
 * @see <a href="https://github.com/spotify/dockerfile-maven">PushMojo, AbstractDockerMojo</a>
 */
final class Dockerfile implements PushingPlugin {
    private static final Set<String> LEAVE_A_NAME = Set.of("build", "tag");

    @Override
    public boolean pushesWith(String goal) {
        return goal.equals("push");
    }

    @Override
    public boolean prepares(String goal) {
        return LEAVE_A_NAME.contains(goal);
    }

    @Override
    public String defaultPhase(String goal) {
        return goal.equals("push") ? "deploy" : "package";
    }

    @Override
    public void find(Configured push, Found found) {
        if (push.flag("dockerfile.skip", "skip") || push.flag("dockerfile.push.skip", "skipPush")) {
            return;
        }
        Configured before = push.preparedBy(this::leavesAName);
        String repository = push.name("dockerfile.repository", "repository");
        String tag = push.name("dockerfile.tag", "tag");
        if (repository == null) {
            repository =
                    before == null ? written(push, "repository") : before.name("dockerfile.repository", "repository");
        }
        if (tag == null) {
            tag = before == null ? written(push, "tag") : before.name("dockerfile.tag", "tag");
        }
        if (repository == null) {
            found.remark(
                    push.at("<repository>") + " names no repository: dockerfile-maven-plugin will say so and fail");
            return;
        }
        String image = repository + ":" + (tag == null ? "latest" : tag);
        found.image(push.at("<repository>"), image, DaemonTerms.of(image, login(push, repository)));
    }

    private boolean leavesAName(Configured goal) {
        boolean skipped = goal.flag("dockerfile.skip", "skip")
                || (goal.goal().equals("build") && goal.flag("dockerfile.build.skip", "skipBuild"))
                || (goal.goal().equals("tag") && goal.flag("dockerfile.tag.skip", "skipTag"));
        return !skipped && goal.name("dockerfile.repository", "repository") != null;
    }

    private static @Nullable String written(Configured push, String file) {
        String folder = push.parameter("dockerfile.dockerInfoDirectory", "dockerInfoDirectory");
        Path path = folder == null
                ? Path.of(push.project().getBuild().getDirectory(), "docker", file)
                : Path.of(folder, file);
        try {
            return Files.isRegularFile(path)
                    ? Files.readString(path, StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse(null)
                    : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /**
     * Google's own login comes first on gcr.io, a user name in the POM last. Of settings.xml, where that is asked for, only the
     * server of exactly this registry counts.
     */
    private static PushLogin login(Configured push, String repository) {
        String google = push.parameter("dockerfile.googleContainerRegistryEnabled", "googleContainerRegistryEnabled");
        PushLogin unseen = SpotifyLogin.unseen(push, repository, !"false".equals(google));
        if (unseen != null) {
            return unseen;
        }
        if (push.parameter("dockerfile.dockerConfigFile", "dockerConfigFile") != null) {
            return new PushLogin.Unseen("dockerfile-maven-plugin reads a docker config of its own, dockerConfigFile");
        }
        boolean settings = push.flag("dockerfile.useMavenSettingsForAuth", "useMavenSettingsForAuth")
                && SpotifyLogin.isServer(push, SpotifyLogin.registryName(repository));
        LookupOrder order = settings ? LookupOrder.SETTINGS_AND_DOCKER : LookupOrder.DOCKER;
        OwnLogin own = new OwnLogin(push);
        PushLogin open = own.open(
                "<username>",
                new PushLogin.Docker(null, order),
                push.given("dockerfile.username", "username"),
                push.given("dockerfile.password", "password"));
        return open == null
                ? new PushLogin.Docker(
                        own.password(
                                push.parameter("dockerfile.username", "username"),
                                push.parameter("dockerfile.password", "password"),
                                "<username>"),
                        order)
                : open;
    }
}
