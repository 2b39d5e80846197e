package io.github.registrymaven.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * An image of JKube's: its properties outrank what the POM says of it, or the generator that made it.
 *
 * @see <a href="https://github.com/eclipse-jkube/jkube">PropertyConfigResolver, ValueProvider, ConfigKey</a>
 */
final class JKubeImage {
    private final String place;
    private final @Nullable String name;
    private final @Nullable String alias;
    private final @Nullable String registry;
    private final List<String> tags;
    private final boolean isUnbuilt;
    private final boolean isSkipped;

    private JKubeImage(
            String place,
            @Nullable String name,
            @Nullable String alias,
            @Nullable String registry,
            List<String> tags,
            boolean isUnbuilt,
            boolean isSkipped) {
        this.place = place;
        this.name = name;
        this.alias = alias;
        this.registry = registry;
        this.tags = List.copyOf(tags);
        this.isUnbuilt = isUnbuilt;
        this.isSkipped = isSkipped;
    }

    /** An {@code <image>}. */
    static JKubeImage configured(Configured jkube, Xpp3Dom image) {
        String prefix = jkube.textOf(image.getChild("propertyResolverPrefix"));
        Xpp3Dom build = image.getChild("build");
        return new JKubeImage(
                        "<image><name>",
                        jkube.nameOf(image.getChild("name")),
                        jkube.textOf(image.getChild("alias")),
                        jkube.nameOf(image.getChild("registry")),
                        jkube.namesBelow(Configured.below(build, "tags")),
                        build == null,
                        Boolean.parseBoolean(jkube.textOf(Configured.below(build, "skip"))))
                .resolved(jkube, prefix == null ? "jkube.container-image" : prefix);
    }

    /** One that a generator makes. */
    static JKubeImage generated(
            Configured jkube,
            String place,
            String name,
            @Nullable String alias,
            @Nullable String registry,
            List<String> tags) {
        return new JKubeImage(place, name, alias, registry, tags, false, false)
                .resolved(jkube, "jkube.container-image");
    }

    private JKubeImage resolved(Configured jkube, String prefix) {
        String property = jkube.systemOrProject(prefix + ".name");
        String skip = jkube.systemOrProject(prefix + ".skip");
        return new JKubeImage(
                property == null ? place : jkube.origin(prefix + ".name"),
                property == null ? name : property,
                orElse(jkube.systemOrProject(prefix + ".alias"), alias),
                orElse(jkube.systemOrProject(prefix + ".registry"), registry),
                tags(jkube, prefix + ".tags."),
                isUnbuilt,
                skip == null ? isSkipped : Boolean.parseBoolean(skip));
    }

    /** Those of properties stand beside the others, unless the properties want to be alone. */
    private List<String> tags(Configured jkube, String prefix) {
        List<String> ofProperties = jkube.systemOrProjectBelow(prefix);
        List<String> all = new ArrayList<>(ofProperties);
        if (ofProperties.isEmpty() || !"replace".equalsIgnoreCase(jkube.systemOrProject(prefix + "_combine"))) {
            all.addAll(tags);
        }
        all.removeIf(String::isBlank);
        return all;
    }

    private static @Nullable String orElse(@Nullable String value, @Nullable String otherwise) {
        return value == null ? otherwise : value;
    }

    /** Where its name stands. */
    String place() {
        return place;
    }

    /** As written, with its placeholders. */
    @Nullable
    String name() {
        return name;
    }

    /** What goes before a name without a registry. */
    @Nullable
    String registry() {
        return registry;
    }

    List<String> tags() {
        return tags;
    }

    /**
     * Whether the POM says nothing of how it is built. Since it reads properties for images, JKube gives it a build and
     * pushes it; before, it was left alone.
     */
    boolean isUnbuilt() {
        return isUnbuilt;
    }

    /** Whether it is not built, and then not pushed either. */
    boolean isSkipped() {
        return isSkipped;
    }

    /** Whether a filter, a list of names and aliases, lets it pass. */
    boolean passes(@Nullable String filter) {
        return filter == null
                || Arrays.stream(filter.split(",")).anyMatch(wanted -> wanted.equals(name) || wanted.equals(alias));
    }
}
