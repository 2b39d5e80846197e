package io.github.registrymaven.aws;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
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
        Finding repository = new RepositoryFinding(place, facts).of(sight);
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

    /** What AWS takes from this machine is no login of jib's or docker's: they know nothing of the SDK's chain. */
    private Finding notTheLogin(Sight sight) {
        String login = place.isPublic()
                ? "aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin "
                        + place.host()
                : "aws ecr get-login-password --region " + place.region()
                        + " | docker login --username AWS --password-stdin " + place.host();
        return Finding.of(
                        "aws-login",
                        Stage.CREDENTIALS,
                        Verdict.WARN,
                        "AWS credentials are there, and no login made of them for "
                                + sight.image().host())
                .seeing(
                        "jib and docker-style tools look into settings.xml, docker's config and its helpers, not at "
                                + caller.origin(),
                        "registry:push makes a login of them by itself, and registry:login one for other tools")
                .mendedBy(List.of(
                        new Remedy("Log in; the login lasts twelve hours", List.of(login), List.of()),
                        new Remedy(
                                "Or let docker-credential-ecr-login make one whenever it is needed",
                                List.of(),
                                List.of(new Remedy.File(
                                        "~/.docker/config.json",
                                        "{\n  \"credHelpers\": {\n    \"" + place.host()
                                                + "\": \"ecr-login\"\n  }\n}\n")))));
    }

    /** The tag's rule is the repository's, and its digest is what the registry's endpoint said. */
    private @Nullable Finding tag(Sight sight) {
        String tag = sight.image().tag();
        if (tag == null
                || sight.manifest() == null
                || !(facts.repositories().get(sight.image().repository()) instanceof RepositorySeen.There there)) {
            return null;
        }
        TagRule rule = TagRule.of(there.repository());
        Boolean held = rule.holds(tag);
        int status = sight.manifest().status();
        if (held == null || (status != 200 && status != 404)) {
            return null;
        }
        if (status == 404) {
            return finding(Verdict.PASS, "tag " + tag + " does not exist yet").seeing(rule.words());
        }
        String digest =
                sight.manifest().headers().firstValue("docker-content-digest").orElse("");
        String shown = "it is " + (digest.matches("sha256:[0-9a-f]{64}") ? digest : "of a digest that was not told");
        if (!held) {
            return finding(Verdict.PASS, "tag " + tag + " exists and is replaced by the push")
                    .seeing(rule.words(), shown);
        }
        String named = sight.image().name() + ":" + tag;
        String local = sight.localDigest() == null ? sight.image().digest() : sight.localDigest();
        if (local == null || !shown.contains("sha256:")) {
            // A build that is repeated bit for bit pushes the same digest, which no rule is against.
            return finding(
                            Verdict.UNKNOWN,
                            named + " exists and cannot be moved: only the very same image may be pushed")
                    .because(Cause.TAG_IMMUTABLE)
                    .seeing(rule.words(), shown, "the digest of the image to push is not known before it is built");
        }
        return local.equals(digest)
                ? finding(Verdict.WARN, named + " is already this image, and cannot be moved")
                        .seeing(rule.words(), shown, "whether ECR takes the very same image again is not documented")
                : finding(Verdict.FAIL, named + " exists with another image, and cannot be moved")
                        .because(Cause.TAG_IMMUTABLE)
                        .seeing(rule.words(), shown, "the image to push is " + local);
    }

    private static Finding finding(Verdict verdict, String summary) {
        return Finding.of("tag", Stage.TAG, verdict, summary);
    }
}
