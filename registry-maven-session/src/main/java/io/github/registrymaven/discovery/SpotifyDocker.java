package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.PushTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spotify's docker-maven-plugin, which has nothing but its name in common with the one of io.fabric8: {@code push}, and
 * {@code build} and {@code tag} where they are told to push.
 *
 * @see <a href="https://github.com/spotify/docker-maven-plugin">PushMojo, BuildMojo, TagMojo, Utils.pushImage</a>
 */
final class SpotifyDocker implements PushingPlugin {
    private static final Set<String> GOALS = Set.of("push", "build", "tag");

    @Override
    public boolean pushesWith(String goal) {
        return GOALS.contains(goal);
    }

    /** A build hands the name of its image on to a push that has none. */
    @Override
    public boolean prepares(String goal) {
        return goal.equals("build");
    }

    @Override
    public String defaultPhase(String goal) {
        return "";
    }

    @Override
    public void find(Configured spotify, Found found) {
        if (spotify.flag("skipDocker", "skipDocker") || spotify.flag("skipDockerPush", "skipDockerPush")) {
            return;
        }
        if (spotify.goal().equals("push")) {
            pushed(spotify, found);
        } else if (spotify.goal().equals("tag")) {
            tagged(spotify, found);
        } else {
            built(spotify, found);
        }
    }

    private static void pushed(Configured push, Found found) {
        String name = push.name("imageName", "imageName");
        Configured build = push.preparedBy(before -> !isSkipped(before));
        if (name == null && build != null) {
            withTags(push, build, nameOfBuild(build), tags(push), found);
        } else {
            withTags(push, push, name, tags(push), found);
        }
    }

    /** Its tags are for the image that is built: the new name is pushed alone. */
    private static void tagged(Configured tag, Found found) {
        if (!tag.flag("skipDockerTag", "skipDockerTag") && tag.flag("pushImage", "pushImage")) {
            one(tag, "<newName>", tag.name("newName", "newName"), false, found);
        }
    }

    private static void built(Configured build, Found found) {
        boolean namesAndTags = build.flag("pushImage", "pushImage");
        boolean tagsAlone = build.flag("pushImageTag", "pushImageTag");
        if (isSkipped(build) || !(namesAndTags || tagsAlone)) {
            return;
        }
        String name = nameOfBuild(build);
        if (namesAndTags || name == null) {
            withTags(build, build, name, tags(build), found);
            return;
        }
        ImageName image = ImageName.of(name);
        boolean byGit = isTaggedByGit(build, name);
        if (image.tag() != null || byGit) {
            one(build, "<imageName>", name, byGit, found);
        }
        for (String tag : tags(build)) {
            found.image(build.at("<imageTags>"), image.withTag(tag), terms(build, name));
        }
    }

    private static @Nullable String nameOfBuild(Configured build) {
        return build.name("dockerImageName", "imageName");
    }

    private static List<String> tags(Configured plugin) {
        return plugin.names("dockerImageTags", "imageTags");
    }

    /** Skipped where {@code dockerDirectory} holds no Dockerfile, too: so modules inherit the plugin and build nothing. */
    private static boolean isSkipped(Configured build) {
        String folder = build.parameter("dockerDirectory", "dockerDirectory");
        return build.flag("skipDocker", "skipDocker")
                || build.flag("skipDockerBuild", "skipDockerBuild")
                || build.project().getPackaging().equalsIgnoreCase("pom")
                || (folder != null && hasNoDockerfile(build, folder));
    }

    /** The folder is a text for Maven, so a relative one counts from where Maven runs. One below target is yet to be filled. */
    private static boolean hasNoDockerfile(Configured build, String folder) {
        String root = build.system("user.dir");
        Path basedir = build.project().getBasedir().toPath();
        Path whole = (root == null ? basedir : Path.of(root)).resolve(folder).normalize();
        boolean isMade = whole.startsWith(Path.of(build.project().getBuild().getDirectory()));
        return !isMade && !Files.exists(whole.resolve("Dockerfile"));
    }

    /** The name as it stands, then each tag behind what stands before the last colon, be it that of a port. */
    private static void withTags(
            Configured plugin, Configured named, @Nullable String name, List<String> tags, Found found) {
        boolean byGit = isTaggedByGit(named, name);
        one(plugin, "<imageName>", name, byGit, found);
        if (name == null || tags.isEmpty()) {
            return;
        }
        ImageName image = ImageName.of(name);
        if (image.tag() == null && !byGit && name.contains(":")) {
            found.remark(plugin.at("<imageTags>") + " of " + name
                    + ", which has a port and no tag, go elsewhere by a fault of the plugin: they are not checked");
            return;
        }
        for (String tag : tags) {
            found.image(plugin.at("<imageTags>"), image.withTag(tag), terms(plugin, name));
        }
    }

    private static void one(
            Configured plugin, String element, @Nullable String name, boolean isTaggedByGit, Found found) {
        if (name == null || name.isEmpty()) {
            found.remark(plugin.at(element)
                    + " names no image, which only a build profile of the plugin could: not checked");
            return;
        }
        ImageName image = ImageName.of(name);
        if (isTaggedByGit) {
            found.imageWithOpenTag(
                    plugin.at(element), image.repository(), "useGitCommitId makes it", terms(plugin, name));
        } else if (image.tag() == null || image.tag().isEmpty()) {
            found.imageWithOpenTag(
                    plugin.at(element),
                    image.repository(),
                    "none is named, and docker's daemon then pushes each that it has",
                    terms(plugin, name));
        } else {
            found.image(plugin.at(element), name, terms(plugin, name));
        }
    }

    private static boolean isTaggedByGit(Configured build, @Nullable String name) {
        return build.goal().equals("build")
                && name != null
                && ImageName.of(name).tag() == null
                && build.flag("useGitCommitId", "useGitCommitId");
    }

    private static PushTerms terms(Configured plugin, String name) {
        return DaemonTerms.of(
                name, SpotifyLogin.ofDockerPlugin(plugin, ImageName.of(name).repository()));
    }
}
