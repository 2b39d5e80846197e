package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.policy.lifecycle.InventoryImage;
import io.github.registrymaven.policy.lifecycle.ManifestList;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.preflight.SurveyRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a repository, as the registry itself tells to whoever may read its metadata.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/containerregistry/manifests/get-list">Manifests - Get List</a>
 */
final class StoredLook {
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 100;

    private final Place place;
    private final SurveyRequest request;
    private final Ways ways;

    StoredLook(Place place, SurveyRequest request) {
        this.place = place;
        this.request = request;
        this.ways = new Ways(request.http(), request.endpoints());
    }

    StoredImages in(String repository) throws InterruptedException {
        if (!(new CallerChain(place, request.machine(), ways, true).find() instanceof Caller.Known known)) {
            return new StoredImages.Unlisted("is not listed: there is no Azure identity to ask with");
        }
        if (!(request.http().reach(place.host()) instanceof Reach.Reached reached)) {
            return new StoredImages.Unlisted("is not listed: the registry could not be reached");
        }
        Door door = new Door(place.host(), reached.base(), ways);
        Credential login = Exchanged.at(door, known).login();
        Secret bearer = login == null ? null : door.bearer(login, repository);
        return bearer == null
                ? new StoredImages.Unlisted("is not listed: the registry gives no token to "
                        + known.who().words())
                : in(repository, door, bearer, known.who().words());
    }

    private static StoredImages in(String repository, Door door, Secret bearer, String who)
            throws InterruptedException {
        List<InventoryImage> images = new ArrayList<>();
        Set<String> open = new HashSet<>();
        String last = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Reply reply = door.manifests(bearer, repository, PAGE, last);
            if (reply instanceof Reply.None none) {
                return new StoredImages.Unlisted("is not listed to " + who + ": " + none.words()
                        + "; AcrPull, or Container Registry Repository Reader, lets read it");
            }
            Reply.Given given = (Reply.Given) reply;
            for (Json each : given.body().list("manifests")) {
                InventoryImage image = image(each, repository);
                if (image == null) {
                    return new StoredImages.Unlisted(
                            "is not listed as a whole: the registry left out a digest or a date");
                }
                images.add(image);
                last = image.digest();
                if (ManifestList.isOne(each.text("mediaType"))
                        && image.manifests().isEmpty()) {
                    open.add(image.digest());
                }
            }
            if (!given.isCut()) {
                return new StoredImages.Listed(images, open, Set.of());
            }
        }
        return new StoredImages.Unlisted("has more than " + MOST_PAGES * PAGE + " images, which are not all read");
    }

    /** Null where something is missing. */
    private static @Nullable InventoryImage image(Json each, String repository) {
        String digest = each.text("digest");
        Instant updated = instant(each.text("lastUpdateTime"));
        if (digest == null || updated == null) {
            return null;
        }
        Json attributes = each.at("changeableAttributes");
        boolean locked = Boolean.FALSE.equals(attributes.flag("deleteEnabled"))
                || Boolean.FALSE.equals(attributes.flag("writeEnabled"));
        List<String> named = new ArrayList<>();
        for (Json reference : each.list("references")) {
            String one = reference.text("digest");
            if (one != null) {
                named.add(one);
            }
        }
        return new InventoryImage(
                digest, repository, each.texts("tags"), updated, null, false, null, null, locked, named);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
