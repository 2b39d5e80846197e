package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user's own docker config says about logins, without any of them: for a config that is to stand in its place.
 *
 * @param shown where it is, the home folder as {@code ~}
 * @param credHelpers the helpers, by the registries they are named for
 * @param credsStore the helper for all other registries; empty where there is none
 * @param plain the keys of the logins that it keeps itself, in their order
 * @param plugins the folder of docker's own plugins; null where there is none
 * @param problem why it cannot be read, as the end of a sentence about the file; null where it can, or is not there
 */
public record DockerSettings(
        Path file,
        String shown,
        Map<String, String> credHelpers,
        String credsStore,
        List<String> plain,
        @Nullable Path plugins,
        @Nullable String problem) {
    public DockerSettings {
        credHelpers = Collections.unmodifiableMap(new LinkedHashMap<>(credHelpers));
        plain = List.copyOf(plain);
    }

    /** Reads it, in {@code DOCKER_CONFIG} or {@code ~/.docker}. */
    public static DockerSettings of(Machine machine) {
        ConfigFiles files = new ConfigFiles(machine);
        Path folder = DockerConfigSource.folder(machine, files);
        Path config = folder.resolve("config.json");
        Path plugins = folder.resolve("cli-plugins");
        Path extra = Files.isDirectory(plugins) ? plugins : null;
        ConfigFiles.Reading reading = files.read(config, ConfigFormat.DOCKER);
        if (reading instanceof ConfigFiles.Read read) {
            ConfigFile file = read.file();
            List<String> plain = file.auths().keySet().stream()
                    .filter(key -> file.entry(key) instanceof AuthEntry.Holds)
                    .toList();
            return new DockerSettings(
                    config, files.shown(config), file.credHelpers(), file.credsStore(), plain, extra, null);
        }
        String problem = reading instanceof ConfigFiles.Unusable unusable ? unusable.problem() : null;
        return new DockerSettings(config, files.shown(config), Map.of(), "", List.of(), extra, problem);
    }

    /** Whether a helper that this config names holds it, so that docker finds it as long as the helper is named. */
    public boolean isOfAHelper(FoundCredential found) {
        return file.equals(found.origin().file()) && !found.origin().plaintext();
    }

    /** Whether a key of a docker config is for the image's registry. */
    public static boolean isFor(String key, ImageReference image) {
        return !ConfigFormat.DOCKER.matching(Set.of(key), image).isEmpty();
    }

    /** The key under which {@code docker login} writes and docker looks for a registry's login. */
    public static String key(ImageReference image) {
        return RegistryNames.isDockerHub(image.host()) ? RegistryNames.DOCKER_LOGIN : image.host();
    }
}
