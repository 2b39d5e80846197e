package io.github.registrymaven.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A Java application in layers, as Jib lays them: what changes least lies lowest. Folders and names in the image are Jib's,
 * too, so whoever knows its images finds everything where it always was.
 */
public final class JavaLayers {
    private static final String LIBS = "/app/libs/";

    private final List<ImageLayer> layers = new ArrayList<>();
    private final Set<String> jarNames = new HashSet<>();

    /** What to put on the class path, in its order. */
    public static final List<String> CLASS_PATH = List.of("/app/resources", "/app/classes", "/app/libs/*");

    /** Where {@link #jar} puts it. */
    public static final String JAR = "/app/app.jar";

    /** A layer of jars; none where there is no jar. */
    public JavaLayers jars(String name, List<Jar> jars) {
        List<ImageLayer.File> files = new ArrayList<>();
        for (Jar jar : jars) {
            files.add(new ImageLayer.File(jar.file(), LIBS + ownName(jar)));
        }
        return add(name, files);
    }

    /**
     * A jar of the application.
     *
     * @param group whose it is, to tell two jars of one name apart
     */
    public record Jar(String group, Path file) {}

    /** The project's classes and, in a layer of their own, what else is in their folder. */
    public JavaLayers classes(Path folder) throws IOException {
        add("resources", below(folder, "/app/resources/", file -> !isClass(file)));
        return add("classes", below(folder, "/app/classes/", JavaLayers::isClass));
    }

    /** The project's jar, which runs by itself. */
    public JavaLayers jar(Path jar) {
        return add("jar", List.of(new ImageLayer.File(jar, JAR)));
    }

    /** The layers, lowest first. */
    public List<ImageLayer> layers() {
        return List.copyOf(layers);
    }

    private JavaLayers add(String name, List<ImageLayer.File> files) {
        if (!files.isEmpty()) {
            layers.add(new ImageLayer(name, files));
        }
        return this;
    }

    private String ownName(Jar jar) {
        String name = String.valueOf(jar.file().getFileName());
        if (jarNames.add(name)) {
            return name;
        }
        String longer = jar.group() + "-" + name;
        jarNames.add(longer);
        return longer;
    }

    /** Sorted by their names in the image: a file system lists its files in an order of its own. */
    private static List<ImageLayer.File> below(Path folder, String target, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(wanted)
                    .map(file -> new ImageLayer.File(file, target + slashed(folder.relativize(file))))
                    .sorted((one, other) -> one.target().compareTo(other.target()))
                    .toList();
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class");
    }
}
