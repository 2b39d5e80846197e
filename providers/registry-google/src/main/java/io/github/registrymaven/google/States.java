package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How repositories are set up, for rules to judge: two questions for each, whatever the number of images. */
final class States {
    private static final String GET = "repositories.get";

    private final ArtifactRegistry registry;
    private final Answer<Session> caller;

    States(ArtifactRegistry registry, Answer<Session> caller) {
        this.registry = registry;
        this.caller = caller;
    }

    List<RepositoryState> of(List<ImageReference> images) throws InterruptedException {
        List<RepositoryState> states = new ArrayList<>();
        Set<Place> known = new LinkedHashSet<>();
        for (ImageReference image : images) {
            Place place = Place.of(image);
            if (place != null && known.add(place)) {
                RepositoryState state = state(image, place);
                if (state != null) {
                    states.add(state);
                }
            }
        }
        return states;
    }

    /** Null where there is no such repository. */
    private @Nullable RepositoryState state(ImageReference image, Place place) throws InterruptedException {
        if (!(caller instanceof Answer.Given<Session> given)) {
            return unseen(
                    image, place, ((Answer.None<Session>) caller).trouble().summary());
        }
        RepositorySeen seen = registry.look(place, given.value());
        if (seen instanceof RepositorySeen.Absent) {
            return null;
        }
        if (seen instanceof RepositorySeen.Hidden hidden) {
            return unseen(
                    image,
                    place,
                    "artifactregistry." + GET + ": " + hidden.trouble().summary());
        }
        RepositorySeen.There there = (RepositorySeen.There) seen;
        return state(
                image,
                place,
                new Setting.Seen<>(tags(there), GET),
                new Setting.Seen<>(lifecycle(there.settings()), GET),
                scanning(there.settings()),
                new Setting.Seen<>(encryption(there.settings()), GET),
                exposure(registry.policy(place, given.value())));
    }

    private static RepositoryState unseen(ImageReference image, Place place, String reason) {
        return RepositoryState.unseen(image.kind(), place.name(), place.repository(), place.host(), reason);
    }

    private static RepositoryState state(
            ImageReference image,
            Place place,
            Setting<TagMutability> tags,
            Setting<Lifecycle> lifecycle,
            Setting<Scanning> scanning,
            Setting<Encryption> encryption,
            Setting<Exposure> exposure) {
        return new RepositoryState(
                image.kind(),
                place.name(),
                place.repository(),
                RepositoryState.Source.LIVE,
                place.host(),
                tags,
                lifecycle,
                scanning,
                encryption,
                exposure,
                RepositoryState.noAdminUser());
    }

    private static TagMutability tags(RepositorySeen.There there) {
        return new TagMutability(there.keepsTags(), List.of(), "dockerConfig.immutableTags: " + there.keepsTags());
    }

    /** In the dialect of the API, as it came. */
    private static Lifecycle lifecycle(JsonObject settings) {
        JsonObject policies = Json.object(settings, "cleanupPolicies");
        return policies == null || policies.isEmpty()
                ? new Lifecycle.Absent()
                : new Lifecycle.Policy(policies.toString(), Json.isTrue(settings, "cleanupPolicyDryRun"));
    }

    /** What takes effect is the state; what is configured may wait for an API that is not enabled. */
    private static Setting<Scanning> scanning(JsonObject settings) {
        JsonObject config = Json.object(settings, "vulnerabilityScanningConfig");
        String state = Json.line(Json.text(config, "enablementState"));
        return switch (state) {
            // Images are scanned when pushed, and again while they were pushed or pulled within the last thirty days.
            case "SCANNING_ACTIVE" -> new Setting.Seen<>(new Scanning(Scanning.Mode.CONTINUOUS, state), GET);
            case "SCANNING_DISABLED" -> new Setting.Seen<>(new Scanning(Scanning.Mode.OFF, state), GET);
            case "SCANNING_UNSUPPORTED" -> new Setting.Inapplicable<>("repositories of this kind are not scanned");
            default -> new Setting.Unseen<>("the state of scanning is not shown");
        };
    }

    private static Encryption encryption(JsonObject settings) {
        String key = Json.line(Json.text(settings, "kmsKeyName"));
        return key.isEmpty()
                ? new Encryption(Encryption.Keeper.PROVIDER, null, "no kmsKeyName")
                : new Encryption(Encryption.Keeper.CUSTOMER, key, "kmsKeyName");
    }

    /** The repository's own policy; what a whole project opens is not in it. */
    private static Setting<Exposure> exposure(Answer<JsonObject> policy) {
        if (policy instanceof Answer.None<JsonObject> none) {
            return new Setting.Unseen<>("artifactregistry.repositories.getIamPolicy: "
                    + none.trouble().summary());
        }
        List<String> openings = new ArrayList<>();
        Exposure.Reach reach = Exposure.Reach.NAMED_PRINCIPALS;
        for (JsonObject binding : Json.objects(((Answer.Given<JsonObject>) policy).value(), "bindings")) {
            for (String member : Json.texts(binding, "members")) {
                boolean anyone = member.equals("allUsers");
                if (anyone || member.equals("allAuthenticatedUsers")) {
                    openings.add(Json.line(Json.text(binding, "role")) + " for " + member);
                    reach = anyone || reach == Exposure.Reach.ANONYMOUS
                            ? Exposure.Reach.ANONYMOUS
                            : Exposure.Reach.ANY_ACCOUNT;
                }
            }
        }
        return new Setting.Seen<>(new Exposure(reach, openings), "repositories.getIamPolicy");
    }
}
