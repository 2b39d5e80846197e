package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The {@code auth.json} of podman, buildah and skopeo, in the places and the order of containers-auth.json(5):
 * {@code REGISTRY_AUTH_FILE} stands in for the file below {@code XDG_RUNTIME_DIR}, and the search goes on from there.
 */
final class ContainersAuthSource implements CredentialSource {
    private final Machine machine;
    private final ConfigFiles files;
    private final ConfigFileSearch search;

    ContainersAuthSource(Machine machine, ConfigFiles files, ConfigFileSearch search) {
        this.machine = machine;
        this.files = files;
        this.search = search;
    }

    @Override
    public SourceAnswer look(ImageReference image, Consumer<String> lookedAt) throws InterruptedException {
        SourceAnswer primary = primary(image, lookedAt);
        if (!(primary instanceof SourceAnswer.HoldsNone)) {
            return primary;
        }
        Path folder = files.folder("XDG_CONFIG_HOME");
        if (folder == null) {
            folder = machine.home().resolve(".config");
        }
        return search.look(folder.resolve("containers").resolve("auth.json"), ConfigFormat.CONTAINERS, image, lookedAt);
    }

    private SourceAnswer primary(ImageReference image, Consumer<String> lookedAt) throws InterruptedException {
        Path named = files.folder("REGISTRY_AUTH_FILE");
        if (named != null) {
            return search.look(named, ConfigFormat.CONTAINERS, image, lookedAt);
        }
        lookedAt.accept("$REGISTRY_AUTH_FILE: not set");
        Path runtime = files.folder("XDG_RUNTIME_DIR");
        if (runtime == null) {
            lookedAt.accept("$XDG_RUNTIME_DIR/containers/auth.json: not set");
            return new SourceAnswer.HoldsNone();
        }
        return search.look(
                runtime.resolve("containers").resolve("auth.json"), ConfigFormat.CONTAINERS, image, lookedAt);
    }
}
