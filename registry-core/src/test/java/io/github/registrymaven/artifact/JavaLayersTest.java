package io.github.registrymaven.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaLayersTest {
    @TempDir
    private Path folder;

    @Test
    void whatChangesLeastLiesLowest() throws IOException {
        Path classes = classes();

        List<ImageLayer> layers = new JavaLayers()
                .jars("dependencies", List.of(jar("org.a", "a-1.jar")))
                .jars("snapshot dependencies", List.of(jar("org.b", "b-1-SNAPSHOT.jar")))
                .classes(classes)
                .layers();

        assertThat(layers)
                .extracting(ImageLayer::name)
                .containsExactly("dependencies", "snapshot dependencies", "resources", "classes");
        assertThat(targets(layers.get(0))).containsExactly("/app/libs/a-1.jar");
        assertThat(targets(layers.get(2))).containsExactly("/app/resources/app.properties", "/app/resources/b/c.txt");
        assertThat(targets(layers.get(3))).containsExactly("/app/classes/Main.class", "/app/classes/a/Other.class");
    }

    @Test
    void twoJarsOfOneNameAreBothThere() {
        List<ImageLayer> layers = new JavaLayers()
                .jars("dependencies", List.of(jar("org.a", "core-1.jar"), jar("org.b", "core-1.jar")))
                .layers();

        assertThat(targets(layers.get(0))).containsExactly("/app/libs/core-1.jar", "/app/libs/org.b-core-1.jar");
    }

    @Test
    void thereIsNoLayerWithNothingInIt() throws IOException {
        List<ImageLayer> layers = new JavaLayers()
                .jars("dependencies", List.of())
                .classes(folder.resolve("nothing was compiled"))
                .layers();

        assertThat(layers).isEmpty();
    }

    private Path classes() throws IOException {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("a"));
        Files.createDirectories(classes.resolve("b"));
        Files.writeString(classes.resolve("b/c.txt"), "c");
        Files.writeString(classes.resolve("app.properties"), "key=value");
        Files.writeString(classes.resolve("a/Other.class"), "no class, but named like one");
        Files.writeString(classes.resolve("Main.class"), "no class, but named like one");
        return classes;
    }

    private JavaLayers.Jar jar(String group, String name) {
        return new JavaLayers.Jar(group, folder.resolve(group).resolve(name));
    }

    private static List<String> targets(ImageLayer layer) {
        return layer.files().stream().map(ImageLayer.File::target).toList();
    }
}
