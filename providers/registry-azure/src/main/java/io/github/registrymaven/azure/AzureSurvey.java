package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.HeldTag;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Azure answered about one registry, judged image by image. */
final class AzureSurvey implements Survey {
    private final Place place;
    private final Facts facts;
    private final Clock clock;
    private final long millis;

    /** @param millis how long the questions took, which are asked for all images together */
    AzureSurvey(Place place, Facts facts, Clock clock, long millis) {
        this.place = place;
        this.facts = facts;
        this.clock = clock;
        this.millis = millis;
    }

    /** An upload that is not finished makes no repository here. */
    @Override
    public boolean mayOpenUpload(ImageReference image) {
        return true;
    }

    @Override
    public List<Finding> findings(Sight sight) {
        Login login = login(sight);
        return Stream.of(
                        new ReachFinding(place, facts).of(sight),
                        new WhoamiFinding(place, facts, login).of(sight).took(millis),
                        notTheLogin(sight),
                        new LoginFinding(place, facts, clock).of(sight, login),
                        new StandingFinding(place, facts).of(sight),
                        new PermissionFinding(place, facts, login).of(sight),
                        tag(sight))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Who pushes, where the login says so: its own user name is the same for everybody whom Entra knows. */
    @Override
    public @Nullable Identity identity(Sight sight) {
        Login login = login(sight);
        return login == null || login.kind() != Login.Kind.ENTRA || login.who() == null
                ? null
                : new Identity(login.who().name(), login.origin(), login.expires());
    }

    /** A login that was made here is the caller's own. */
    private @Nullable Login login(Sight sight) {
        Login login = Login.of(sight.credential(), place);
        Caller.Known known = facts.known();
        return login != null && known != null && AzureLogin.made(sight.credential()) ? login.by(known.who()) : login;
    }

    /** What Azure takes from this machine is no login of jib's or docker's. Null where that is no matter. */
    private @Nullable Finding notTheLogin(Sight sight) {
        if (!AzureLogin.made(sight.credential()) || sight.login() instanceof PushLogin.Ours) {
            return null;
        }
        return Finding.of(
                        "azure-login",
                        Stage.CREDENTIALS,
                        Verdict.WARN,
                        "an Azure identity is there, and no login made of it for "
                                + sight.image().host())
                .seeing(
                        "jib and docker-style tools look into settings.xml, docker's config and its helpers, not at an"
                                + " identity of Azure's",
                        "registry:push makes a login of it by itself, registry:login one for other tools")
                .mendedBy(List.of(new Remedy(
                        "Log in; the login lasts three hours",
                        List.of("az acr login --name " + place.name()),
                        List.of())));
    }

    /** Null where the registry did not show whether something is locked. */
    private @Nullable Finding tag(Sight sight) {
        RepositorySeen seen = facts.repository(sight.image().repository());
        Boolean whole = seen.locked();
        String tag = sight.image().tag();
        if (tag == null || whole == null || sight.manifest() == null) {
            return null;
        }
        if (whole && sight.manifest().status() == 404) {
            return Finding.of(
                            "tag",
                            Stage.TAG,
                            Verdict.UNKNOWN,
                            sight.image().name() + " is locked: whether it takes a new tag is not documented")
                    .because(Cause.TAG_IMMUTABLE)
                    .seeing("writeEnabled of the repository is false")
                    .mendedBy(List.of(LockRemedies.repository(place, sight.image())));
        }
        Boolean one = seen.lockedTags().get(tag);
        String manifest = seen.lockedManifests().get(tag);
        if (!whole && Boolean.FALSE.equals(one) && manifest != null) {
            return Finding.of(
                            "tag",
                            Stage.TAG,
                            Verdict.UNKNOWN,
                            sight.image().name() + ":" + tag + " names an image that is locked by its digest")
                    .because(Cause.TAG_IMMUTABLE)
                    .seeing(
                            "writeEnabled of the tag is true",
                            "writeEnabled of the manifest is false, it is " + manifest,
                            "whether a tag can be moved away from a locked manifest is not documented")
                    .mendedBy(List.of(LockRemedies.manifest(place, sight.image(), manifest)));
        }
        if (one == null && !whole && sight.manifest().status() != 404) {
            return null;
        }
        boolean held = whole || Boolean.TRUE.equals(one);
        Finding finding = HeldTag.of(
                sight,
                held,
                whole
                        ? "writeEnabled of the repository is false"
                        : "writeEnabled of the " + (one == null ? "repository is true" : "tag is " + !one),
                "ACR");
        return finding == null || !held
                ? finding
                : finding.mendedBy(List.of(
                        whole
                                ? LockRemedies.repository(place, sight.image())
                                : LockRemedies.tag(place, sight.image())));
    }
}
