package io.github.registrymaven.aws;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What AWS answered about one registry, judged image by image. */
final class AwsSurvey implements Survey {
    private final Place place;
    private final Caller.Known caller;
    private final Facts facts;
    private final long millis;

    /** @param millis how long the questions took, which are asked for all images together */
    AwsSurvey(Place place, Caller.Known caller, Facts facts, long millis) {
        this.place = place;
        this.caller = caller;
        this.facts = facts;
        this.millis = millis;
    }

    @Override
    public boolean mayOpenUpload(ImageReference image) {
        return !(facts.repositories().get(image.repository()) instanceof RepositorySeen.Absent);
    }

    @Override
    public List<Finding> findings(Sight sight) {
        List<Finding> findings = new ArrayList<>();
        findings.add(WhoamiFinding.of(place, caller, facts, sight).took(millis));
        boolean onlyOurs = AwsLogin.made(sight.credential()) && !(sight.login() instanceof PushLogin.Ours);
        if (onlyOurs || sight.credential() instanceof CredentialLookup.None) {
            findings.add(notTheLogin(sight));
        }
        if (place.isPublic()) {
            return findings;
        }
        Finding repository = new RepositoryFinding(place, facts, caller.cli()).of(sight);
        if (repository != null) {
            findings.add(repository);
        }
        findings.add(new PermissionFinding(place, caller, facts).of(sight));
        Finding tag = tag(sight);
        if (tag != null) {
            findings.add(tag);
        }
        return findings;
    }

    @Override
    public @Nullable Identity identity(Sight sight) {
        String arn = facts.pusher().arn(sight);
        if (arn == null || !(sight.credential() instanceof CredentialLookup.Found found)) {
            return null;
        }
        boolean same = arn.equals(facts.caller().text());
        Instant ends = found.found().expires();
        return new Identity(
                arn,
                same ? caller.origin() : found.found().origin().description(),
                ends == null && same ? facts.expires() : ends);
    }

    /** What AWS takes from this machine is no login of jib's or docker's: they know nothing of the SDK's chain. */
    private Finding notTheLogin(Sight sight) {
        String login = place.isPublic()
                ? "aws ecr-public get-login-password --region us-east-1"
                : "aws ecr get-login-password --region " + place.region();
        return Finding.of(
                        "aws-login",
                        Stage.CREDENTIALS,
                        Verdict.WARN,
                        "AWS credentials are there, and no login made of them for "
                                + sight.image().host())
                .seeing("jib and docker-style tools look into settings.xml, docker's config and its helpers, not at "
                        + caller.origin())
                .seeing(
                        place.isPublic()
                                ? List.of()
                                : List.of(
                                        "registry:push makes a login of them by itself, registry:login one for other tools"))
                .mendedBy(List.of(
                        new Remedy(
                                "Log in; the login lasts twelve hours",
                                List.of(login + caller.cli().option()
                                        + " | docker login --username AWS --password-stdin " + place.host()),
                                List.of()),
                        new Remedy(
                                "Or let docker-credential-ecr-login make one whenever it is needed",
                                List.of(),
                                List.of(new Remedy.File(
                                        "~/.docker/config.json",
                                        "{\n  \"credHelpers\": {\n    \"" + place.host()
                                                + "\": \"ecr-login\"\n  }\n}\n")))));
    }

    private @Nullable Finding tag(Sight sight) {
        return facts.repositories().get(sight.image().repository()) instanceof RepositorySeen.There there
                ? new TagFinding(place, TagRule.of(there.repository()), caller.cli()).of(sight)
                : null;
    }
}
