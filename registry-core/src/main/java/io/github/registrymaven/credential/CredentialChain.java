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

    private static final CredentialResolver NOWHERE = image -> new CredentialLookup.None(List.of());

    private final @Nullable NamedServerSource named;
    private final LookupPlaces places;
    private final CredentialHelpers helpers;

    /**
     * @param machine environment, home folder and PATH
     * @param servers the servers of settings.xml, in its order
     * @param server the one that the user named, where one was
     * @param helperTimeout asked whenever a helper is started: how long this one may take
     */
    public CredentialChain(
            Machine machine,
            List<SettingsServer> servers,
            @Nullable NamedServer server,
            Supplier<Duration> helperTimeout) {
        named = server == null ? null : new NamedServerSource(server, servers);
        helpers = new CredentialHelpers(machine, helperTimeout);
        places = new LookupPlaces(machine, helpers, servers);
    }

    @Override
    public CredentialLookup resolve(ImageReference image) throws InterruptedException {
        return resolve(image, LookupOrder.USUAL);
    }

    /** Looks where one tool does, in its order; a server that was named comes first for all of them. */
    public CredentialLookup resolve(ImageReference image, LookupOrder order) throws InterruptedException {
        return resolve(image, order, NOWHERE);
    }

    /** The same, and in one place more where those have nothing. */
    public CredentialLookup resolve(ImageReference image, LookupOrder order, CredentialResolver last)
            throws InterruptedException {
        List<String> lookedAt = new ArrayList<>();
        SourceAnswer.Broken passedBy = null;
        for (CredentialSource source : sources(order)) {
            SourceAnswer answer = source.look(image, lookedAt::add);
            if (answer instanceof SourceAnswer.Holds holds) {
                return new CredentialLookup.Found(holds.found(), lookedAt);
            }
            if (answer instanceof SourceAnswer.Broken broken) {
                return failed(broken, lookedAt);
            }
            if (answer instanceof SourceAnswer.PassedBy passed && passedBy == null) {
                passedBy = passed.broken();
            }
        }
        CredentialLookup lookup = last.resolve(image).after(lookedAt);
        return passedBy == null || lookup instanceof CredentialLookup.Found
                ? lookup
                : failed(passedBy, lookup.lookedAt());
    }

    private List<CredentialSource> sources(LookupOrder order) {
        List<CredentialSource> sources = new ArrayList<>();
        if (named != null) {
            sources.add(named);
        }
        sources.addAll(places.of(order));
        return sources;
    }

    private static CredentialLookup failed(SourceAnswer.Broken broken, List<String> lookedAt) {
        return new CredentialLookup.Failed(
                broken.cause(), broken.summary(), broken.evidence(), broken.remedy(), lookedAt);
    }

    /**
     * Asks one helper before jib's places, as jib does for its {@code credHelper}: where that has nothing, or is not there,
     * jib looks on.
     *
     * @param helper its name without {@code docker-credential-}
     * @param namedBy the setting that names it
     * @param last one place more
     */
    public CredentialLookup resolve(ImageReference image, String helper, String namedBy, CredentialResolver last)
            throws InterruptedException {
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
        return resolve(image, LookupOrder.JIB, last);
    }
}
