package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** May the tag be pushed? Its rule is the repository's, and its digest is what the registry's endpoint said. */
final class TagFinding {
    private final Place place;
    private final TagRule rule;

    TagFinding(Place place, TagRule rule) {
        this.place = place;
        this.rule = rule;
    }

    /** Null where there is nothing to be said beyond what any registry tells. */
    @Nullable
    Finding of(Sight sight) {
        String tag = sight.image().tag();
        HttpAnswer manifest = sight.manifest();
        if (tag == null || manifest == null || (manifest.status() != 200 && manifest.status() != 404)) {
            return null;
        }
        Boolean held = rule.holds(tag);
        if (held == null) {
            return null;
        }
        if (manifest.status() == 404) {
            return finding(Verdict.PASS, "tag " + tag + " does not exist yet").seeing(rule.words());
        }
        String digest = manifest.headers().firstValue("docker-content-digest").orElse("");
        String there = digest.matches("sha256:[0-9a-f]{64}") ? digest : null;
        String shown = "it is " + (there == null ? "of a digest that was not told" : there);
        return held
                ? held(sight, tag, there, shown)
                : finding(Verdict.PASS, "tag " + tag + " exists and is replaced by the push")
                        .seeing(rule.words(), shown);
    }

    private Finding held(Sight sight, String tag, @Nullable String there, String shown) {
        String named = sight.image().name() + ":" + tag;
        String local = sight.localDigest() == null ? sight.image().digest() : sight.localDigest();
        if (local == null || there == null) {
            return open(sight, tag, named, shown);
        }
        return local.equals(there)
                ? finding(Verdict.WARN, named + " is already this image, and cannot be moved")
                        .seeing(rule.words(), shown, "whether ECR takes the very same image again is not documented")
                : finding(Verdict.FAIL, named + " exists with another image, and cannot be moved")
                        .because(Cause.TAG_IMMUTABLE)
                        .seeing(rule.words(), shown, "the image to push is " + local)
                        .mendedBy(remedies(sight, tag));
    }

    /**
     * Most such pushes fail, and still this is no {@code fail}: jib and buildpacks come to the same digest wherever the same
     * sources are built again, as in a pipeline that is run once more after a later step of it broke, and no rule is against
     * pushing that. To break those builds would be the false alarm; so the doubt is told, with a switch for whoever never
     * pushes a version twice.
     */
    private Finding open(Sight sight, String tag, String named, String shown) {
        List<Remedy> remedies = new ArrayList<>(remedies(sight, tag));
        remedies.add(new Remedy(
                "To end the build here, as whoever builds each version once will want to",
                List.of("mvn deploy -Dregistry.failOn=unknown"),
                List.of()));
        return finding(Verdict.UNKNOWN, named + " exists and cannot be moved: only the very same image may be pushed")
                .because(Cause.TAG_IMMUTABLE)
                .seeing(rule.words(), shown, "the digest of the image to push is not known before it is built")
                .mendedBy(remedies);
    }

    private List<Remedy> remedies(Sight sight, String tag) {
        return List.of(
                new Remedy("Push under a tag that is not taken: a new version", List.of(), List.of()),
                new Remedy(
                        "See when the one that is there was pushed",
                        List.of("aws ecr describe-images --region " + place.region() + " --registry-id "
                                + place.account() + " --repository-name "
                                + sight.image().repository() + " --image-ids imageTag=" + tag),
                        List.of()));
    }

    private static Finding finding(Verdict verdict, String summary) {
        return Finding.of("tag", Stage.TAG, verdict, summary);
    }
}
