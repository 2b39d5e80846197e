package io.github.registrymaven.discovery;

import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Whether docker-maven-plugin leaves an image to buildx, which builds and pushes in one: one with platforms, or with a secret.
 * Such an image says itself whether its tags are skipped, and what is said to the goal does not count.
 *
 * @see <a href="https://github.com/fabric8io/docker-maven-plugin">BuildXService, BuildXConfiguration, RegistryService</a>
 */
final class Buildx {
    static final Buildx NONE = new Buildx(false, false);

    private final boolean used;
    private final boolean skipsTags;

    private Buildx(boolean used, boolean skipsTags) {
        this.used = used;
        this.skipsTags = skipsTags;
    }

    static Buildx read(Configured plugin, @Nullable Xpp3Dom build) {
        Xpp3Dom buildx = Configured.below(build, "buildx");
        boolean platforms = plugin.textsBelow(Configured.below(buildx, "platforms")).stream()
                .anyMatch(Buildx::namesOne);
        return new Buildx(
                platforms || Configured.below(buildx, "secret") != null,
                Boolean.parseBoolean(plugin.textOf(Configured.below(build, "skipTag"))));
    }

    /** What properties say beside it, with {@code only} in its place; with {@code fallback} they leave {@code skipTag} alone. */
    Buildx withProperties(Configured plugin, String prefix, String mode) {
        boolean only = mode.equalsIgnoreCase("only");
        List<String> platforms = plugin.systemOrProjectBelow(prefix + ".buildx.platforms.");
        boolean byProperties = platforms.stream().anyMatch(Buildx::namesOne)
                || !plugin.systemOrProjectBelow(prefix + ".buildx.secret.").isEmpty();
        String skip = mode.equalsIgnoreCase("fallback") ? null : plugin.systemOrProject(prefix + ".skip.tag");
        return new Buildx(
                byProperties || (used && !only), skip == null ? skipsTags && !only : Boolean.parseBoolean(skip));
    }

    /** Whether tags are left out, where this is what was said to the goal. */
    boolean skipsTags(boolean goalSkipsThem) {
        return used ? skipsTags : goalSkipsThem;
    }

    private static boolean namesOne(String platforms) {
        return !platforms.replace(',', ' ').isBlank();
    }
}
