package io.github.registrymaven.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Modules compiled by a test and put into a Maven repository in a folder. */
final class Jars {
    private final Path repository;

    Jars(Path repository) {
        this.repository = repository;
    }

    Path repository() {
        return repository;
    }

    /**
     * Puts a jar and its POM where Maven looks for them.
     *
     * @param files what the jar holds beside classes
     * @param dependencies as a POM has them, the elements only
     */
    Jars put(String artifactId, String version, Map<String, String> files, List<String> sources, String dependencies)
            throws IOException {
        Path folder = repository.resolve("io/github/registrymaven/" + artifactId + "/" + version);
        Files.createDirectories(folder);
        write(folder.resolve(artifactId + "-" + version + ".jar"), files, sources);
        Files.writeString(
                folder.resolve(artifactId + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>io.github.registrymaven</groupId><artifactId>"
                        + artifactId + "</artifactId><version>" + version + "</version><dependencies>" + dependencies
                        + "</dependencies></project>");
        return this;
    }

    /** A module as ours are: it says its version, and one of its classes is a service. */
    Jars provider(String artifactId, String version, String spi, String name, String body, String dependencies)
            throws IOException {
        return put(
                artifactId,
                version,
                files(artifactId, version, spi, name),
                List.of(source(name, spi, body)),
                dependencies);
    }

    static Map<String, String> files(String artifactId, String version, String spi, String name) {
        Map<String, String> files = new HashMap<>();
        files.put("META-INF/registry-maven/" + artifactId + ".version", version + "\n");
        files.put("META-INF/services/" + spi, "io.github.registrymaven.test." + name + "\n");
        return files;
    }

    static String source(String name, String spi, String body) {
        return "package io.github.registrymaven.test; public final class " + name + " implements "
                + spi.replace('$', '.') + " { " + body + " }";
    }

    static Path write(Path jar, Map<String, String> files, List<String> sources) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                entries.putNextEntry(new JarEntry(file.getKey()));
                entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, byte[]> file : compiled(sources).entrySet()) {
                entries.putNextEntry(new JarEntry(file.getKey()));
                entries.write(file.getValue());
            }
        }
        return jar;
    }

    /** Against the class path of this test. */
    private static Map<String, byte[]> compiled(List<String> sources) throws IOException {
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        if (sources.isEmpty()) {
            return Map.of();
        }
        List<JavaFileObject> units = new ArrayList<>();
        for (String source : sources) {
            units.add(new Source(source));
        }
        StringWriter told = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (JavaFileManager standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavaFileManager inMemory = new ForwardingJavaFileManager<>(standard) {
                @Override
                public JavaFileObject getJavaFileForOutput(
                        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(name.replace('.', '/') + ".class", bytes);
                    return new Output(name, bytes);
                }
            };
            CompilationTask task = compiler.getTask(told, inMemory, null, List.of("-proc:none"), null, units);
            if (!task.call()) {
                throw new IllegalStateException(told.toString());
            }
        }
        Map<String, byte[]> bytes = new HashMap<>();
        classes.forEach((name, written) -> bytes.put(name, written.toByteArray()));
        return bytes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + name(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String name(String text) {
            String after = text.substring(text.indexOf("class ") + "class ".length());
            return after.substring(0, after.indexOf(' '));
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final OutputStream out;

        Output(String name, OutputStream out) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.out = out;
        }

        @Override
        public OutputStream openOutputStream() {
            return out;
        }
    }
}
