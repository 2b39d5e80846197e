package io.github.registrymaven.aws;

import io.github.registrymaven.blueprint.EcrRepository;
import io.github.registrymaven.diagnosis.AwsRemedies;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.NearMiss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.PullThroughCacheRule;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryCreationTemplate;

/** Does the repository exist, or would a push create it? */
final class RepositoryFinding {
    private static final String ID = "repository";

    private final Place place;
    private final Facts facts;
    private final AwsCli cli;

    RepositoryFinding(Place place, Facts facts, AwsCli cli) {
        this.place = place;
        this.facts = facts;
        this.cli = cli;
    }

    /** Null where AWS was not asked about it. */
    @Nullable
    Finding of(Sight sight) {
        String name = sight.image().repository();
        RepositorySeen seen = facts.repositories().get(name);
        if (seen == null) {
            return null;
        }
        if (seen instanceof RepositorySeen.There there) {
            return finding(Verdict.PASS, sight, "exists").seeing(setUp(there.repository()));
        }
        if (seen instanceof RepositorySeen.Veiled veiled) {
            return finding(Verdict.PASS, sight, "exists")
                    .seeing("how it is set up is not shown: " + veiled.trouble().summary())
                    .seeing(veiled.trouble().evidence())
                    .notProving("the tag may be replaced");
        }
        return seen instanceof RepositorySeen.Hidden hidden ? hidden(sight, hidden.trouble()) : absent(sight, name);
    }

    /** An upload that was opened says enough; otherwise it stays open, whatever keeps AWS from telling. */
    private @Nullable Finding hidden(Sight sight, Trouble trouble) {
        boolean answered = (sight.upload() != null && sight.upload().status() != 429)
                || (sight.manifest() != null && sight.manifest().status() == 200);
        Finding finding = Finding.of(
                        "aws-repository",
                        Stage.REPOSITORY,
                        answered ? Verdict.PASS : Verdict.UNKNOWN,
                        "whether " + sight.image().name() + " exists is not shown by AWS: " + trouble.summary())
                .seeing(trouble.evidence());
        if (answered) {
            return finding.notProving("the repository's settings");
        }
        // Not to be allowed to ask is another thing than not to be allowed to push.
        Finding open = finding.because(trouble.isDenied() ? Cause.UNKNOWN : trouble.cause());
        return trouble.denial() == null ? open : open.mendedBy(AwsRemedies.of(trouble.denial()));
    }

    private Finding absent(Sight sight, String name) {
        RepositoryCreationTemplate template = facts.creation().byPush(name);
        if (template != null) {
            return finding(Verdict.PASS, sight, "does not exist yet, and a push creates it")
                    .seeing("the creation template for " + template.prefix() + " is applied to pushes")
                    .notProving("the repository is created");
        }
        List<String> evidence = new ArrayList<>(List.of("ecr:DescribeRepositories says that it does not exist"));
        evidence.addAll(nearMisses(name));
        String unseen = facts.creation().templates() == null ? facts.creation().unseen() : null;
        if (unseen != null) {
            evidence.add("whether a creation template would create it is not known: " + unseen);
            return finding(Verdict.UNKNOWN, sight, "does not exist, unless a push creates it")
                    .because(Cause.REPOSITORY_NOT_FOUND)
                    .seeing(evidence)
                    .mendedBy(remedies(sight));
        }
        evidence.add("no creation template is applied to a push of it");
        return finding(Verdict.FAIL, sight, "does not exist")
                .because(Cause.REPOSITORY_NOT_FOUND)
                .seeing(evidence)
                .mendedBy(remedies(sight));
    }

    private List<String> nearMisses(String name) {
        List<String> lines = new ArrayList<>();
        List<String> near = facts.listed() == null ? List.of() : NearMiss.of(name, facts.listed());
        if (!near.isEmpty()) {
            lines.add("probably meant: " + String.join(", ", near));
        }
        String elsewhere = facts.elsewhere().get(name);
        if (elsewhere != null) {
            lines.add("there is one of that name in " + elsewhere + ", and the host says " + place.region());
        }
        PullThroughCacheRule cache = facts.creation().cacheOf(name);
        if (cache != null) {
            lines.add("its name is in the namespace of the pull-through cache of " + cache.upstreamRegistryUrl()
                    + ": pulls create repositories there, pushes do not");
        }
        return lines;
    }

    private List<Remedy> remedies(Sight sight) {
        String tag = sight.image().tag();
        EcrRepository repository = place.repository(sight.image().repository(), tag == null ? List.of() : List.of(tag));
        return List.of(
                new Remedy("Create it", List.of(repository.create().command() + cli.option()), List.of()),
                new Remedy("Or declare it", List.of(), List.of(new Remedy.File("ecr.tf", repository.terraform()))));
    }

    private static List<String> setUp(Repository repository) {
        List<String> lines = new ArrayList<>();
        lines.add("ecr:DescribeRepositories shows " + repository.repositoryArn());
        lines.add(TagRule.of(repository).words());
        return lines;
    }

    private static Finding finding(Verdict verdict, Sight sight, String what) {
        return Finding.of(ID, Stage.REPOSITORY, verdict, sight.image().name() + " " + what);
    }
}
