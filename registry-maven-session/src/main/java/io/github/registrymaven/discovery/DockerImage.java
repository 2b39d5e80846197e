package io.github.registrymaven.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** One image of docker-maven-plugin's configuration, with what properties add to it or put in its place. */
final class DockerImage {
    private final String name;
    private final String place;
    private final @Nullable String alias;
    private final @Nullable String registry;
    private final List<String> tags;
    private final boolean built;
    private final boolean skipsPush;
    private final boolean external;
    private final Buildx buildx;

    private DockerImage(
            String name,
            String place,
            @Nullable String alias,
            @Nullable String registry,
            List<String> tags,
            boolean built,
            boolean skipsPush,
            boolean external,
            Buildx buildx) {
        this.name = name;
        this.place = place;
        this.alias = alias;
        this.registry = registry;
        this.tags = List.copyOf(tags);
        this.built = built;
        this.skipsPush = skipsPush;
        this.external = external;
        this.buildx = buildx;
    }

    /** An element of {@code <images>} or {@code <imagesMap>}. */
    static DockerImage read(Configured plugin, Xpp3Dom image) {
        Xpp3Dom external = image.getChild("external");
        String type = plugin.textOf(Configured.below(external, "type"));
        String mode = external == null
                ? plugin.systemOrProject("docker.imagePropertyConfiguration")
                : plugin.textOf(external.getChild("mode"));
        boolean byProperties =
                external == null ? mode != null && !mode.equalsIgnoreCase("skip") : "properties".equals(type);
        DockerImage written = written(plugin, image, external != null && !byProperties);
        if (!byProperties || (mode != null && mode.equalsIgnoreCase("skip"))) {
            return written;
        }
        String prefix = plugin.textOf(Configured.below(external, "prefix"));
        return written.withProperties(plugin, prefix == null ? "docker" : prefix, mode == null ? "only" : mode);
    }

    static DockerImage ofDockerfile(String name, String place) {
        return new DockerImage(name, place, null, null, List.of(), true, false, false, Buildx.NONE);
    }

    private static DockerImage written(Configured plugin, Xpp3Dom image, boolean external) {
        String name = plugin.nameOf(image.getChild("name"));
        String alias = plugin.textOf(image.getChild("alias"));
        Xpp3Dom build = image.getChild("build");
        return new DockerImage(
                name == null ? "" : name,
                "<image><name>",
                alias == null ? image.getName() : alias,
                plugin.nameOf(image.getChild("registry")),
                plugin.namesBelow(Configured.below(build, "tags")),
                build != null,
                Boolean.parseBoolean(plugin.textOf(Configured.below(build, "skipPush"))),
                external,
                Buildx.read(plugin, build));
    }

    /**
     * What properties say with {@code only}, before the POM with {@code override}, after it with {@code fallback}; tags of
     * both are pushed unless there are only those of properties. The image's registry is lost on the way, and it counts as
     * built only if one of a few settings says how.
     */
    private DockerImage withProperties(Configured plugin, String prefix, String mode) {
        String named = plugin.systemOrProject(prefix + ".name");
        boolean only = mode.equalsIgnoreCase("only");
        boolean propertyCounts = named != null && (only || name.isEmpty() || !mode.equalsIgnoreCase("fallback"));
        List<String> fromProperties = plugin.systemOrProjectBelow(prefix + ".tags.");
        List<String> all = new ArrayList<>(fromProperties);
        if (!only) {
            all.addAll(tags);
        }
        String skip = plugin.systemOrProject(prefix + ".skip.push");
        return new DockerImage(
                propertyCounts ? String.valueOf(named) : only ? "" : name,
                propertyCounts ? plugin.origin(prefix + ".name") : place,
                alias,
                null,
                all,
                isBuiltByProperties(plugin, prefix) || (built && !only),
                skip == null ? skipsPush && !only : Boolean.parseBoolean(skip),
                external,
                buildx.withProperties(plugin, prefix, mode));
    }

    private static boolean isBuiltByProperties(Configured plugin, String prefix) {
        return List.of("from", "dockerFile", "dockerArchive", "contextDir", "dockerFileDir").stream()
                .anyMatch(key -> plugin.systemOrProject(prefix + "." + key) != null);
    }

    DockerImage built() {
        return new DockerImage(name, place, alias, registry, tags, true, skipsPush, external, buildx);
    }

    /** Whether the filter, names or aliases separated by commas, lets it through. */
    boolean passes(@Nullable String filter) {
        return filter == null
                || Arrays.stream(filter.split("\\s*,\\s*"))
                        .anyMatch(wanted -> wanted.equals(name) || wanted.equals(alias));
    }

    String name() {
        return name;
    }

    String place() {
        return place;
    }

    @Nullable
    String registry() {
        return registry;
    }

    List<String> tags() {
        return tags;
    }

    /** Whether its tags are left out, where this is what was said to the goal. */
    boolean skipsTags(boolean goalSkipsThem) {
        return buildx.skipsTags(goalSkipsThem);
    }

    boolean isBuilt() {
        return built && !name.isEmpty();
    }

    boolean skipsPush() {
        return skipsPush;
    }

    /** Whether it is described elsewhere, as in a compose file. */
    boolean isExternal() {
        return external;
    }
}
