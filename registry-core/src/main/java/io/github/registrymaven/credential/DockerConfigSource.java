package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Docker's {@code config.json}, in {@code DOCKER_CONFIG} or {@code ~/.docker}, and the {@code ~/.dockercfg} of old. */
final class DockerConfigSource implements CredentialSource {
    private final Path config;
    private final Path legacy;
    private final ConfigFiles files;
    private final ConfigFileSearch search;

    DockerConfigSource(Machine machine, ConfigFiles files, ConfigFileSearch search) {
        this.files = files;
        this.search = search;
        this.config = folder(machine, files).resolve("config.json");
        this.legacy = machine.home().resolve(".dockercfg");
    }

    static Path folder(Machine machine, ConfigFiles files) {
        Path named = files.folder("DOCKER_CONFIG");
        return named == null ? machine.home().resolve(".docker") : named;
    }

    @Override
    public SourceAnswer look(ImageReference image, Consumer<String> lookedAt) throws InterruptedException {
        SourceAnswer answer = search.look(config, ConfigFormat.DOCKER, image, lookedAt);
        return answer instanceof SourceAnswer.HoldsNone
                ? search.look(legacy, ConfigFormat.DOCKER_LEGACY, image, lookedAt)
                : answer;
    }

    /** Whether the config says which helper to ask for this image's registry. */
    boolean namesHelper(ImageReference image) {
        return files.read(config, ConfigFormat.DOCKER) instanceof ConfigFiles.Read read
                && (!read.file().credsStore().isEmpty()
                        || !ConfigFormat.DOCKER
                                .matching(read.file().credHelpers().keySet(), image)
                                .isEmpty());
    }
}
