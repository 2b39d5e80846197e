package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads each config file once, bounded. Thread-safe. */
final class ConfigFiles {
    /** Docker's own files are a few KiB; whatever is larger than this is something else. */
    static final int BOUND = 1024 * 1024;

    private final Machine machine;
    // By whether entries are wrapped, and not by format: REGISTRY_AUTH_FILE may well name docker's config.json, and
    // that is read once for both.
    private final Map<Boolean, Map<Path, Reading>> readings = new ConcurrentHashMap<>();

    ConfigFiles(Machine machine) {
        this.machine = machine;
    }

    /** What reading a file yields. */
    sealed interface Reading {}

    /** It is there and says something. */
    record Read(ConfigFile file) implements Reading {}

    /** It is not there. */
    record Absent() implements Reading {}

    /** It is there and cannot be used; {@code problem} completes the sentence "The file …". */
    record Unusable(String problem) implements Reading {}

    Reading read(Path path, ConfigFormat format) {
        return readings.computeIfAbsent(format.wrapsEntries(), unread -> new ConcurrentHashMap<>())
                .computeIfAbsent(path, unread -> readNow(unread, format.wrapsEntries()));
    }

    /** The path that an environment variable names, where it is set to one. */
    @Nullable
    Path folder(String variable) {
        String value = machine.environment().get(variable);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Path.of(value).toAbsolutePath();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** A path for people: the home folder is {@code ~}. */
    String shown(Path path) {
        if (path.startsWith(machine.home())) {
            return "~/" + machine.home().relativize(path).toString().replace('\\', '/');
        }
        return path.toString();
    }

    private Reading readNow(Path path, boolean wrapped) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(BOUND + 1);
        } catch (NoSuchFileException e) {
            return new Absent();
        } catch (AccessDeniedException e) {
            return new Unusable("may not be read by this user");
        } catch (IOException e) {
            return unreadable(path, e);
        }
        if (bytes.length > BOUND) {
            return new Unusable("is larger than 1 MiB, which no login command writes");
        }
        if (isUtf16(bytes)) {
            // What "docker login" never writes and ">" of Windows PowerShell does.
            return new Unusable("is UTF-16 text; docker reads UTF-8 only");
        }
        return ConfigFileParser.parse(path, shown(path), new String(bytes, StandardCharsets.UTF_8), wrapped);
    }

    // By its byte order mark, either way round.
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return mark == 0xFFFE || mark == 0xFEFF;
    }

    private static Reading unreadable(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return new Unusable("is a folder, not a file");
        }
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.isRegularFile(parent)) {
                // Such as ~/.docker being a file: nothing can be below it.
                return new Absent();
            }
        }
        return new Unusable("could not be read (" + e.getClass().getSimpleName() + ")");
    }
}
