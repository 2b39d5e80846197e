package io.github.registrymaven.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder that generated files are in, with a list of what was generated there: by that a file is known which somebody has changed
 * since, and which is then theirs.
 */
public final class GeneratedFolder {
    private static final String LIST = ".generated";
    private static final long MOST_BYTES = 1024L * 1024;

    private final Path folder;

    public GeneratedFolder(Path folder) {
        this.folder = folder;
    }

    /** What became of a file. */
    public enum Fate {
        /** It was not there. */
        WRITTEN,
        /** It was there as it had been generated, and is so anew. */
        RENEWED,
        /** It was there already, just so. */
        SAME,
        /** It was changed by somebody, and is left as they want it. */
        KEPT,
        /** It was generated for images that are no longer there. */
        LEFT_OVER
    }

    /** A file, and what became of it; its content is empty where it is left over. */
    public record Outcome(GeneratedFile file, Fate fate) {}

    /** Writes all files, but for those that somebody has changed. */
    public List<Outcome> write(Generation generation) throws IOException {
        Map<String, String> before = read();
        Map<String, String> now = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (GeneratedFile file : generation.files()) {
            Fate fate = write(file, before.get(file.path()));
            outcomes.add(new Outcome(file, fate));
            // Of a file that was changed it stays known what had been generated.
            String known = fate == Fate.KEPT ? before.getOrDefault(file.path(), "-") : digest(bytes(file));
            now.put(file.path(), known);
        }
        before.forEach((path, digest) -> {
            if (!now.containsKey(path) && Files.isRegularFile(folder.resolve(path))) {
                outcomes.add(new Outcome(
                        new GeneratedFile(path, "", "is of images that are no longer here"), Fate.LEFT_OVER));
                now.put(path, digest);
            }
        });
        StringBuilder list = new StringBuilder();
        now.forEach(
                (path, digest) -> list.append(digest).append("  ").append(path).append('\n'));
        put(folder.resolve(LIST), list.toString().getBytes(StandardCharsets.UTF_8));
        return outcomes;
    }

    private Fate write(GeneratedFile file, @Nullable String generatedBefore) throws IOException {
        Path path = folder.resolve(file.path());
        byte[] bytes = bytes(file);
        if (!Files.exists(path)) {
            put(path, bytes);
            return Fate.WRITTEN;
        }
        String there =
                Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES ? digest(Files.readAllBytes(path)) : "";
        if (there.equals(digest(bytes))) {
            return Fate.SAME;
        }
        if (!there.equals(generatedBefore)) {
            return Fate.KEPT;
        }
        put(path, bytes);
        return Fate.RENEWED;
    }

    /** Whole or not at all. */
    private static void put(Path path, byte[] bytes) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path part = Files.createTempFile(parent, ".part", null);
        try {
            Files.write(part, bytes);
            boolean program = path.toString().endsWith(".sh");
            if (!part.toFile().setReadable(true, false)
                    || (program && !part.toFile().setExecutable(true, false))) {
                throw new IOException("the permissions of " + path + " cannot be set");
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Digests by path; empty where nothing was generated here, or the list is none. */
    private Map<String, String> read() throws IOException {
        Path list = folder.resolve(LIST);
        Map<String, String> known = new TreeMap<>();
        if (Files.isRegularFile(list) && Files.size(list) <= MOST_BYTES) {
            for (String line : new String(Files.readAllBytes(list), StandardCharsets.UTF_8).split("\n", -1)) {
                String[] parts = line.split("  ", 2);
                boolean below = parts.length == 2
                        && folder.resolve(parts[1]).normalize().startsWith(folder.normalize());
                if (below) {
                    known.put(parts[1], parts[0]);
                }
            }
        }
        return known;
    }

    private static byte[] bytes(GeneratedFile file) {
        return file.content().getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
