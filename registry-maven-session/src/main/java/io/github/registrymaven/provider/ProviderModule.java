package io.github.registrymaven.provider;

import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;

/** A provider's module, as a POM names it. */
final class ProviderModule {
    static final String GROUP = "io.github.registrymaven";

    private final String artifactId;
    private final String version;

    ProviderModule(String artifactId, String version) {
        this.artifactId = artifactId;
        this.version = version;
    }

    String artifactId() {
        return artifactId;
    }

    /** The version that is wanted: the plugin's own. */
    String version() {
        return version;
    }

    /** What pins it: resolved with the plugin, so it is there offline once the plugin is. */
    Remedy declare() {
        return new Remedy(
                "Declare it as a dependency of the plugin: below <plugin>, in <dependencies>",
                List.of(),
                List.of(new Remedy.File("pom.xml", dependency())));
    }

    String dependency() {
        return String.join(
                "\n",
                "<dependency>",
                "  <groupId>" + GROUP + "</groupId>",
                "  <artifactId>" + artifactId + "</artifactId>",
                "  <version>" + version + "</version>",
                "</dependency>");
    }

    @Override
    public String toString() {
        return GROUP + ":" + artifactId + ":" + version;
    }
}
