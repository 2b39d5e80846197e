package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.HeldTag;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** May the tag be pushed? Its rule is the repository's, and its digest is what the registry's endpoint said. */
final class TagFinding {
    private final Place place;
    private final TagRule rule;
    private final AwsCli cli;

    TagFinding(Place place, TagRule rule, AwsCli cli) {
        this.place = place;
        this.rule = rule;
        this.cli = cli;
    }

    /** Null where there is nothing to be said beyond what any registry tells. */
    @Nullable
    Finding of(Sight sight) {
        String tag = sight.image().tag();
        Boolean held = tag == null ? null : rule.holds(tag);
        Finding finding = held == null ? null : HeldTag.of(sight, held, rule.words(), "ECR");
        if (tag == null || finding == null) {
            return null;
        }
        List<Remedy> remedies = new ArrayList<>(remedies(sight, tag));
        if (finding.verdict() == Verdict.UNKNOWN) {
            remedies.add(new Remedy(
                    "To end the build here, as whoever builds each version once will want to",
                    List.of("mvn deploy -Dregistry.failOn=unknown"),
                    List.of()));
        }
        boolean stays = finding.verdict() == Verdict.UNKNOWN || finding.verdict() == Verdict.FAIL;
        return stays ? finding.mendedBy(remedies) : finding;
    }

    private List<Remedy> remedies(Sight sight, String tag) {
        return List.of(
                new Remedy("Push under a tag that is not taken: a new version", List.of(), List.of()),
                new Remedy(
                        "See when the one that is there was pushed",
                        List.of("aws ecr describe-images --region " + place.region() + " --registry-id "
                                + place.account() + " --repository-name "
                                + sight.image().repository() + " --image-ids imageTag=" + tag
                                + cli.option()),
                        List.of()));
    }
}
