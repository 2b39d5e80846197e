package io.github.registrymaven.discovery;

import org.jspecify.annotations.Nullable;

/** Those of docker-maven-plugin, which looks its properties up in the project alone. */
final class DockerPlaceholders extends Placeholders {
    private static final String SNAPSHOT = "-SNAPSHOT";

    private final Configured plugin;

    DockerPlaceholders(Configured plugin) {
        super(plugin.project());
        this.plugin = plugin;
    }

    @Override
    @Nullable
    String user() {
        return plugin.projects("docker.image.user");
    }

    @Override
    String version(String letter) {
        String tag = tag("%" + letter);
        switch (letter) {
            case "v":
                return tag;
            case "l":
                return tag.endsWith(SNAPSHOT) ? "latest" : tag;
            case "t":
                return tag.endsWith(SNAPSHOT) ? "${%t}" : tag;
            case "T":
                return "${%T}";
            default:
                throw unknown(letter);
        }
    }

    private String tag(String placeholder) {
        String given = plugin.projects("docker.image.tag");
        return given == null || given.isBlank() || given.equals(placeholder)
                ? plugin.project().getVersion()
                : given;
    }
}
