package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the places in which users keep credentials, in the order in which their other tools do, and stops at the first
 * that has one or that should have one and cannot give it. Reads each file and asks each helper once. Thread-safe.
 */
public final class CredentialChain implements CredentialResolver {
    /** How long a helper may take where the caller has no shorter limit. */
    public static final Duration HELPER_TIMEOUT = Duration.ofSeconds(10);

    private final List<CredentialSource> sources;
    private final List<CredentialSource> asDocker;
    private final CredentialHelpers helpers;

    /**
     * @param machine environment, home folder and PATH
     * @param servers the servers of settings.xml, in its order
     * @param serverId the one server to use, where the user named one
     * @param helperTimeout asked whenever a helper is started: how long this one may take
     */
    public CredentialChain(
            Machine machine,
            List<SettingsServer> servers,
            @Nullable String serverId,
            Supplier<Duration> helperTimeout) {
        ConfigFiles files = new ConfigFiles(machine);
        helpers = new CredentialHelpers(machine, helperTimeout);
        ConfigFileSearch search = new ConfigFileSearch(files, helpers);
        DockerConfigSource docker = new DockerConfigSource(machine, files, search);
        List<CredentialSource> named = serverId == null ? List.of() : List.of(new NamedServerSource(serverId, servers));
        List<CredentialSource> filesAndHelpers = List.of(
                new ContainersAuthSource(machine, files, search), docker, new WellKnownHelperSource(docker, helpers));
        this.sources = joined(List.of(named, List.of(new SettingsSource(servers)), filesAndHelpers));
        this.asDocker = joined(List.of(named, filesAndHelpers));
    }

    private static List<CredentialSource> joined(List<List<CredentialSource>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    @Override
    public CredentialLookup resolve(ImageReference image) throws InterruptedException {
        return resolve(image, sources);
    }

    /** Leaves settings.xml out but for a server that was named: for tools that do not read it. */
    public CredentialLookup resolveAsDocker(ImageReference image) throws InterruptedException {
        return resolve(image, asDocker);
    }

    private static CredentialLookup resolve(ImageReference image, List<CredentialSource> sources)
            throws InterruptedException {
        List<String> lookedAt = new ArrayList<>();
        for (CredentialSource source : sources) {
            SourceAnswer answer = source.look(image, lookedAt::add);
            if (answer instanceof SourceAnswer.Holds holds) {
                return new CredentialLookup.Found(holds.found(), lookedAt);
            }
            if (answer instanceof SourceAnswer.Broken broken) {
                return new CredentialLookup.Failed(
                        broken.cause(), broken.summary(), broken.evidence(), broken.remedy(), lookedAt);
            }
        }
        return new CredentialLookup.None(lookedAt);
    }

    /**
     * Asks one helper before the usual places, as jib does for its {@code credHelper}: where that has nothing, or is not
     * there, jib looks on.
     *
     * @param helper its name without {@code docker-credential-}
     * @param namedBy the setting that names it
     */
    public CredentialLookup resolve(ImageReference image, String helper, String namedBy) throws InterruptedException {
        String program = CredentialHelpers.PREFIX + helper;
        String place = program + ", named by " + namedBy;
        for (String url : RegistryNames.serverUrls(image.host())) {
            if (helpers.ask(program, url) instanceof HelperAnswer.Holds holds) {
                return new CredentialLookup.Found(
                        new FoundCredential(
                                holds.credential(),
                                new CredentialOrigin(place, null, null, false),
                                CredentialExpiry.of(holds.credential())),
                        List.of(place));
            }
        }
        return resolve(image);
    }
}
