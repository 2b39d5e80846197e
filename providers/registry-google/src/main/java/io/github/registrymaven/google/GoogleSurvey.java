package io.github.registrymaven.google;

import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.HeldTag;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Google answered about the images on one host, judged image by image. */
final class GoogleSurvey implements Survey {
    private final Map<ImageReference, Caller> callers;
    private final Map<ImageReference, About> about;
    private final DockerHelpers helpers;
    private final long millis;

    /**
     * @param about what was answered; nothing for an image of whose caller no token could be made
     * @param millis how long the questions took, which are asked for all images together
     */
    GoogleSurvey(
            Map<ImageReference, Caller> callers, Map<ImageReference, About> about, DockerHelpers helpers, long millis) {
        this.callers = Map.copyOf(callers);
        this.about = Map.copyOf(about);
        this.helpers = helpers;
        this.millis = millis;
    }

    /** On gcr.io an upload may create the repository, so it has to be known that it is there. */
    @Override
    public boolean mayOpenUpload(ImageReference image) {
        Place place = Place.of(image);
        if (place == null || !place.gcr()) {
            return true;
        }
        About known = about.get(image);
        return known != null && known.isThere();
    }

    @Override
    public List<Finding> findings(Sight sight) {
        List<Finding> findings = new ArrayList<>();
        Caller caller = callers.get(sight.image());
        if (caller == null) {
            return findings;
        }
        findings.add(IdentityFinding.of(caller, sight).took(millis));
        About known = about.get(sight.image());
        Trouble answered =
                known != null && known.seen() instanceof RepositorySeen.Hidden hidden ? hidden.trouble() : null;
        Finding login = new LoginFinding(caller, helpers, answered).of(sight);
        if (login != null) {
            findings.add(login);
        }
        Finding notDockers = LoginFinding.notDockers(sight);
        if (notDockers != null) {
            findings.add(notDockers);
        }
        if (known == null) {
            return findings;
        }
        findings.add(new RepositoryFinding(known, sight).finding());
        Finding permission = new PermissionFinding(known, sight).finding();
        if (permission != null) {
            findings.add(permission);
        }
        if (known.seen() instanceof RepositorySeen.There there) {
            Finding tag = HeldTag.of(
                    sight,
                    there.keepsTags(),
                    there.keepsTags()
                            ? "tags of the repository are immutable (dockerConfig.immutableTags)"
                            : "tags of the repository may be moved",
                    "Artifact Registry");
            if (tag != null) {
                findings.add(tag);
            }
        }
        return findings;
    }

    /** Google's own login is told apart from others by more than its name, which is the same for everybody. */
    @Override
    public @Nullable Identity identity(Sight sight) {
        Caller caller = callers.get(sight.image());
        Session session = caller == null || !caller.pushes() ? null : caller.session();
        return session == null || session.member() == null
                ? null
                : new Identity(session.words(), session.origin(), session.expires());
    }
}
