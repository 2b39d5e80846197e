package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a registry's repositories are set up. Nearly all of it is the registry's, so Resource Manager is asked once; only the
 * locks are a repository's own, and those the registry tells to whoever may read there.
 */
final class States {
    private final Place place;
    private final SurveyRequest request;
    private final Ways ways;

    States(Place place, SurveyRequest request) {
        this.place = place;
        this.request = request;
        this.ways = new Ways(request.http(), request.endpoints());
    }

    List<RepositoryState> of() throws InterruptedException {
        List<String> repositories = request.images().stream()
                .map(ImageReference::repository)
                .distinct()
                .toList();
        if (!(new CallerChain(place, request.machine(), ways, true).find() instanceof Caller.Known known)) {
            return repositories.stream()
                    .map(each -> unseen(each, "there is no Azure identity to ask with"))
                    .toList();
        }
        Manager manager = new Manager(place, ways, known.token());
        RegistrySeen seen = manager.find().at(place.host());
        Settings settings = seen instanceof RegistrySeen.Shown shown
                ? new Settings(
                        shown,
                        manager.softDelete(shown.id()),
                        manager.tasks(shown.id()),
                        new DefenderPlans(manager, shown.id()).scanning())
                : null;
        String hidden = seen instanceof RegistrySeen.Hidden none ? String.join("; ", none.words()) : "";
        Locks locks = locks(known);
        List<RepositoryState> states = new ArrayList<>();
        for (String repository : repositories) {
            Setting<TagMutability> tags = locks.of(repository);
            states.add(settings == null ? unseen(repository, hidden, tags) : settings.state(place, repository, tags));
        }
        return states;
    }

    private Locks locks(Caller.Known known) throws InterruptedException {
        if (!(request.http().reach(place.host()) instanceof Reach.Reached reached)) {
            return new Locks(null, null, "the registry could not be reached");
        }
        Door door = new Door(place.host(), reached.base(), ways);
        Credential login = Exchanged.at(door, known).login();
        return login == null
                ? new Locks(
                        null,
                        null,
                        "the registry does not take the token of " + known.who().words())
                : new Locks(
                        door,
                        login,
                        "the registry does not show all of its tags to "
                                + known.who().words());
    }

    /** @param silence why nothing is known, where nothing is */
    private record Locks(@Nullable Door door, @Nullable Credential login, String silence) {
        Setting<TagMutability> of(String repository) throws InterruptedException {
            Door.Locked locked = door == null || login == null ? Door.Locked.UNSEEN : door.locks(login, repository);
            Boolean whole = locked.whole();
            if (whole == null) {
                return new Setting.Unseen<>(silence);
            }
            // Tags move here unless each of them is locked by itself, after its push, or the repository is.
            return whole
                    ? new Setting.Seen<>(
                            new TagMutability(true, List.of(), "writeEnabled of the repository is false"),
                            "GET /acr/v1/" + repository)
                    : new Setting.Seen<>(
                            new TagMutability(
                                    false,
                                    List.copyOf(locked.tags()),
                                    "writeEnabled of each tag",
                                    List.copyOf(locked.loose())),
                            "GET /acr/v1/" + repository + "/_tags");
        }
    }

    private RepositoryState unseen(String repository, String reason) {
        return RepositoryState.unseen(
                RegistryKind.ACR, place.host() + "/" + repository, repository, place.host(), reason);
    }

    private RepositoryState unseen(String repository, String reason, Setting<TagMutability> tags) {
        return new RepositoryState(
                RegistryKind.ACR,
                place.host() + "/" + repository,
                repository,
                RepositoryState.Source.LIVE,
                place.host(),
                tags,
                new Setting.Unseen<>(reason),
                new Setting.Unseen<>(reason),
                new Setting.Unseen<>(reason),
                new Setting.Unseen<>(reason),
                new Setting.Unseen<>(reason));
    }
}
