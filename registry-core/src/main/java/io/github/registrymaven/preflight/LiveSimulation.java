package io.github.registrymaven.preflight;

import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.lifecycle.InvalidDocument;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Provider;
import io.github.registrymaven.policy.lifecycle.Simulation;
import io.github.registrymaven.policy.rules.Pushes;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the lifecycle policy of a live repository does to what lies in it. Reads only. */
public final class LiveSimulation {
    private LiveSimulation() {}

    /** Tried on what the cloud showed; or why it was not. */
    public sealed interface Outcome {
        /** The policy's doings. */
        record Simulated(Simulation simulation) implements Outcome {}

        /**
         * Nothing was tried.
         *
         * @param reason a sentence without its full stop
         */
        record Unseen(String reason) implements Outcome {}
    }

    /**
     * Asks for the repository of the request's first image.
     *
     * @return never a guess: what was not shown as a whole is not simulated
     */
    public static Outcome of(PreflightRequest request, Surroundings surroundings) throws InterruptedException {
        String written = request.images().get(0).reference();
        if (!(ImageReference.parse(written) instanceof ParsedReference.Valid valid)) {
            return new Outcome.Unseen(written + " is no image reference");
        }
        ImageReference image = valid.reference();
        ControlPlane cloud = surroundings.clouds().stream()
                .filter(each -> each.serves(image))
                .findFirst()
                .orElse(null);
        if (cloud == null) {
            return new Outcome.Unseen(
                    image.host() + " is no cloud's registry, and has no lifecycle policies that are known here");
        }
        NetworkOptions options =
                surroundings.network(request.insecureRegistries(), request.endpoints(), request.requestTimeout());
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(request.deadline()))) {
            SurveyRequest survey = new SurveyRequest(
                    image.host(), List.of(image), options.machine(), http, options.endpoints(), request.profiles());
            for (RepositoryState state : cloud.states(survey)) {
                if (Pushes.isIn(image, state)) {
                    return simulated(image, state, cloud, survey);
                }
            }
            return new Outcome.Unseen(image.host() + "/" + image.repository() + " does not exist");
        }
    }

    private static Outcome simulated(
            ImageReference image, RepositoryState state, ControlPlane cloud, SurveyRequest survey)
            throws InterruptedException {
        if (!(state.lifecycle() instanceof Setting.Seen<Lifecycle> seen)) {
            String reason = state.lifecycle() instanceof Setting.Unseen<Lifecycle> unseen
                    ? unseen.reason()
                    : ((Setting.Inapplicable<Lifecycle>) state.lifecycle()).reason();
            return new Outcome.Unseen("the lifecycle policy of " + state.subject() + " was not seen: " + reason);
        }
        Provider provider = Provider.of(image.kind());
        if (provider == null) {
            return new Outcome.Unseen(state.subject() + " has a lifecycle policy in a language that is not read here");
        }
        boolean pullsCount = seen.value() instanceof Lifecycle.Policy policy
                && policy.document().contains("Pulled");
        StoredImages stored = cloud.stored(survey, pullsCount);
        if (stored instanceof StoredImages.Unlisted unlisted) {
            return new Outcome.Unseen(state.subject() + " " + unlisted.reason());
        }
        StoredImages.Listed listed = (StoredImages.Listed) stored;
        try {
            LifecyclePolicy policy = seen.value() instanceof Lifecycle.Policy written
                    ? LifecyclePolicy.parse(provider, written.document(), written.dryRun())
                    : null;
            return new Outcome.Simulated(Simulation.of(
                    provider,
                    policy,
                    survey.machine().clock().instant().truncatedTo(ChronoUnit.SECONDS),
                    listed.images(),
                    listed.openLists(),
                    listed.referrers()));
        } catch (InvalidDocument invalid) {
            return new Outcome.Unseen(
                    "the lifecycle policy of " + state.subject() + " is not understood here: " + invalid.getMessage());
        }
    }
}
