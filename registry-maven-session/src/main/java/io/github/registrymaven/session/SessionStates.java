package io.github.registrymaven.session;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.LiveStates;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.provider.CloudOnDemand;
import io.github.registrymaven.provider.Providers;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** How repositories are set up, asked once for all rules and modules of a build. */
public final class SessionStates {
    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final List<ControlPlane> clouds;
    private final ConcurrentMap<String, CompletableFuture<Optional<RepositoryState>>> known;

    public SessionStates(MavenSession session, SettingsDecrypter decrypter, RepositorySystem system) {
        this.session = session;
        this.decrypter = decrypter;
        this.clouds = CloudOnDemand.all(Providers.of(session, system));
        this.known = SessionMap.of(session.getRepositorySession().getData(), RepositoryState.class);
    }

    /** The state of the repository of each image that its cloud has something to say of. */
    public Map<RequestedImage, RepositoryState> of(PreflightRequest request) throws InterruptedException {
        Map<RequestedImage, CompletableFuture<Optional<RepositoryState>>> awaited = new LinkedHashMap<>();
        Map<RequestedImage, CompletableFuture<Optional<RepositoryState>>> mine = new LinkedHashMap<>();
        for (RequestedImage image : request.images()) {
            CompletableFuture<Optional<RepositoryState>> fresh = new CompletableFuture<>();
            CompletableFuture<Optional<RepositoryState>> before = known.putIfAbsent(request.question(image), fresh);
            if (before == null) {
                mine.put(image, fresh);
            }
            awaited.put(image, before == null ? fresh : before);
        }
        if (!mine.isEmpty()) {
            ask(request, mine);
        }
        Map<RequestedImage, RepositoryState> states = new LinkedHashMap<>();
        for (Map.Entry<RequestedImage, CompletableFuture<Optional<RepositoryState>>> image : awaited.entrySet()) {
            result(image.getValue()).ifPresent(state -> states.put(image.getKey(), state));
        }
        return states;
    }

    /** The states, each with the images of the request that are in that repository. */
    public Map<RepositoryState, List<ImageReference>> byRepository(PreflightRequest request)
            throws InterruptedException {
        Map<RepositoryState, List<ImageReference>> byRepository = new LinkedHashMap<>();
        of(request).forEach((image, state) -> {
            ParsedReference parsed = ImageReference.parse(image.reference());
            if (parsed instanceof ParsedReference.Valid) {
                byRepository
                        .computeIfAbsent(state, one -> new ArrayList<>())
                        .add(((ParsedReference.Valid) parsed).reference());
            }
        });
        return byRepository;
    }

    private void ask(PreflightRequest request, Map<RequestedImage, CompletableFuture<Optional<RepositoryState>>> mine)
            throws InterruptedException {
        try {
            Map<RequestedImage, RepositoryState> found = LiveStates.of(
                    request.only(new ArrayList<>(mine.keySet())),
                    SessionSurroundings.of(session, decrypter).with(clouds));
            mine.forEach((image, answer) -> answer.complete(Optional.ofNullable(found.get(image))));
        } finally {
            // Nobody waits for ever for an answer that did not come, and whoever comes later may ask again.
            mine.forEach((image, answer) -> {
                if (answer.completeExceptionally(new IllegalStateException("the cloud was not asked to the end"))) {
                    known.remove(request.question(image), answer);
                }
            });
        }
    }

    private static Optional<RepositoryState> result(CompletableFuture<Optional<RepositoryState>> answer)
            throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("another module of this build could not ask the cloud", failed);
        }
    }
}
