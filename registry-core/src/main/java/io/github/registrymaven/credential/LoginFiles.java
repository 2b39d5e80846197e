package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files in which logins are looked for, in the order in which they are, and what each says, without any of the logins.
 */
public final class LoginFiles {
    private LoginFiles() {}

    /**
     * A file with logins.
     *
     * @param shown where it is, the home folder as {@code ~}
     * @param namedBy the variable that puts it there; null where it is at its usual place
     * @param isThere whether there is such a file
     * @param problem why it cannot be used, as the end of a sentence about it; null where it can
     * @param plain the registries whose logins it keeps itself, in plain text
     * @param helpers the programs that it names, each with the setting that names it
     */
    public record LoginFile(
            String shown,
            @Nullable String namedBy,
            boolean isThere,
            @Nullable String problem,
            List<String> plain,
            List<NamedHelper> helpers) {
        public LoginFile {
            plain = List.copyOf(plain);
            helpers = List.copyOf(helpers);
        }
    }

    /**
     * A helper that a file names.
     *
     * @param setting such as {@code credsStore}
     * @param isInstalled whether the PATH has it
     * @param barred the file on the PATH that would be it if it might be run; null where there is none
     */
    public record NamedHelper(
            String program,
            String setting,
            boolean isInstalled,
            @Nullable Path barred) {}

    /** Those of podman, buildah and skopeo first, then docker's. */
    public static List<LoginFile> of(Machine machine) {
        ConfigFiles files = new ConfigFiles(machine);
        HelperPath path = new HelperPath(machine);
        List<LoginFile> found = new ArrayList<>();
        Path named = files.folder("REGISTRY_AUTH_FILE");
        Path runtime = files.folder("XDG_RUNTIME_DIR");
        if (named != null) {
            found.add(read(files, path, named, ConfigFormat.CONTAINERS, "REGISTRY_AUTH_FILE"));
        } else if (runtime != null) {
            found.add(read(
                    files, path, runtime.resolve("containers/auth.json"), ConfigFormat.CONTAINERS, "XDG_RUNTIME_DIR"));
        }
        Path config = files.folder("XDG_CONFIG_HOME");
        found.add(read(
                files,
                path,
                (config == null ? machine.home().resolve(".config") : config).resolve("containers/auth.json"),
                ConfigFormat.CONTAINERS,
                config == null ? null : "XDG_CONFIG_HOME"));
        found.add(read(
                files,
                path,
                DockerConfigSource.folder(machine, files).resolve("config.json"),
                ConfigFormat.DOCKER,
                files.folder("DOCKER_CONFIG") == null ? null : "DOCKER_CONFIG"));
        found.add(read(files, path, machine.home().resolve(".dockercfg"), ConfigFormat.DOCKER_LEGACY, null));
        return found;
    }

    private static LoginFile read(
            ConfigFiles files, HelperPath path, Path place, ConfigFormat format, @Nullable String namedBy) {
        ConfigFiles.Reading reading = files.read(place, format);
        if (reading instanceof ConfigFiles.Read read) {
            ConfigFile file = read.file();
            SortedSet<String> plain = new TreeSet<>();
            file.auths().keySet().stream()
                    .filter(key -> file.entry(key) instanceof AuthEntry.Holds)
                    // A key that was meant to be a URL may carry a password before its host.
                    .forEach(key -> plain.add(key.replaceAll("\\p{Cntrl}|[^/]*@", "")));
            return new LoginFile(
                    files.shown(place), namedBy, true, null, List.copyOf(plain), helpers(file, path, format));
        }
        String problem = reading instanceof ConfigFiles.Unusable unusable ? unusable.problem() : null;
        return new LoginFile(files.shown(place), namedBy, problem != null, problem, List.of(), List.of());
    }

    private static List<NamedHelper> helpers(ConfigFile file, HelperPath path, ConfigFormat format) {
        List<NamedHelper> helpers = new ArrayList<>();
        for (Map.Entry<String, String> each : file.credHelpers().entrySet()) {
            if (!each.getValue().isEmpty()) {
                helpers.add(helper(each.getValue(), "credHelpers \"" + each.getKey() + "\"", path));
            }
        }
        if (format.hasCredsStore() && !file.credsStore().isEmpty()) {
            helpers.add(helper(file.credsStore(), "credsStore", path));
        }
        return helpers;
    }

    private static NamedHelper helper(String name, String setting, HelperPath path) {
        String program = CredentialHelpers.PREFIX + name;
        boolean isInstalled = path.find(program) != null;
        return new NamedHelper(program, setting, isInstalled, isInstalled ? null : path.barred(program));
    }
}
