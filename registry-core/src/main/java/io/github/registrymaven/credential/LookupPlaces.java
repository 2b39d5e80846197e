package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The places in which each tool looks, read by way of the same files and helpers. */
final class LookupPlaces {
    private final Machine machine;
    private final ConfigFiles files;
    private final ConfigFileSearch search;
    private final CredentialHelpers helpers;
    private final List<SettingsServer> servers;

    LookupPlaces(Machine machine, CredentialHelpers helpers, List<SettingsServer> servers) {
        this.machine = machine;
        this.helpers = helpers;
        this.servers = List.copyOf(servers);
        this.files = new ConfigFiles(machine);
        this.search = new ConfigFileSearch(files, helpers);
    }

    List<CredentialSource> of(LookupOrder order) {
        DockerConfigSource docker = new DockerConfigSource(machine, files, search);
        CredentialSource containers = new ContainersAuthSource(machine, files, search);
        return switch (order) {
            case USUAL ->
                List.of(
                        new SettingsSource(servers, false),
                        containers,
                        docker,
                        WellKnownHelperSource.ofClouds(docker, helpers));
            case JIB -> ofJib();
            case JIB_OF_QUARKUS -> ofQuarkus();
            case JIB_OF_MICRONAUT -> List.of(CredentialSource.passedBy(docker), WellKnownHelperSource.ofJib(helpers));
            case DOCKER -> List.of(docker);
            case PODMAN -> List.of(containers, docker);
            case SETTINGS_AND_DOCKER -> List.of(new SettingsSource(servers, true), docker);
        };
    }

    private List<CredentialSource> ofJib() {
        List<CredentialSource> places = new ArrayList<>();
        places.add(new SettingsSource(servers, false));
        containersFilesOfJib().forEach(places::add);
        dockersFilesOfJib().forEach(places::add);
        places.add(WellKnownHelperSource.ofJib(helpers));
        return List.copyOf(places);
    }

    /** Each folder that may be meant, not the first alone: DefaultCredentialRetrievers. */
    private Stream<CredentialSource> containersFilesOfJib() {
        Set<Path> folders = new LinkedHashSet<>();
        add("XDG_RUNTIME_DIR", folders);
        add("XDG_CONFIG_HOME", folders);
        folders.add(machine.home().resolve(".config"));
        return folders.stream().map(LookupPlaces::authFile).map(file -> file(file, ConfigFormat.DOCKER));
    }

    private Stream<CredentialSource> dockersFilesOfJib() {
        Set<Path> folders = new LinkedHashSet<>();
        add("DOCKER_CONFIG", folders);
        folders.add(machine.home().resolve(".docker"));
        return folders.stream()
                .flatMap(folder -> Stream.of(
                        file(folder.resolve("config.json"), ConfigFormat.DOCKER),
                        ifThere(folder.resolve(".dockerconfigjson"), ConfigFormat.DOCKER),
                        ifThere(folder.resolve(".dockercfg"), ConfigFormat.DOCKER_LEGACY)));
    }

    private List<CredentialSource> ofQuarkus() {
        Set<Path> paths = new LinkedHashSet<>();
        paths.add(machine.home().resolve(".docker").resolve("config.json"));
        paths.add(authFile(machine.home().resolve(".config")));
        Path runtime = files.folder("XDG_RUNTIME_DIR");
        if (runtime != null) {
            paths.add(authFile(runtime));
        }
        Path named = files.folder("DOCKER_CONFIG");
        if (named != null) {
            // What is no folder is taken for the file itself.
            paths.add(named.toFile().isDirectory() ? named.resolve("config.json") : named);
        }
        List<CredentialSource> places = new ArrayList<>();
        places.add(WellKnownHelperSource.ofJib(helpers));
        paths.forEach(path -> places.add(file(path, ConfigFormat.DOCKER)));
        return List.copyOf(places);
    }

    private void add(String variable, Set<Path> folders) {
        Path folder = files.folder(variable);
        if (folder != null) {
            folders.add(folder);
        }
    }

    private static Path authFile(Path folder) {
        return folder.resolve("containers").resolve("auth.json");
    }

    private CredentialSource file(Path path, ConfigFormat format) {
        return CredentialSource.passedBy((image, lookedAt) -> {
            SourceAnswer answer = search.look(path, format, image, lookedAt);
            return answer instanceof SourceAnswer.Broken
                            && search.entry(path, format, image, lookedAt) instanceof SourceAnswer.Holds entry
                    ? entry
                    : answer;
        });
    }

    /** A file that next to nobody has: that it is not there is not worth a word. */
    private CredentialSource ifThere(Path path, ConfigFormat format) {
        CredentialSource file = file(path, format);
        return (image, lookedAt) -> files.read(path, format) instanceof ConfigFiles.Absent
                ? new SourceAnswer.HoldsNone()
                : file.look(image, lookedAt);
    }
}
