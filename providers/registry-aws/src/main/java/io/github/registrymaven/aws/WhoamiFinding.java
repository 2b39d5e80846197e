package io.github.registrymaven.aws;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.AwsRemedies;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Who is asking AWS. Whether that is also who pushes depends on where the push's login comes from. */
final class WhoamiFinding {
    static final String ID = "aws-identity";

    private WhoamiFinding() {}

    /** AWS told. */
    static Finding of(Place place, Caller.Known caller, Facts facts, Sight sight) {
        List<String> seen = new ArrayList<>();
        seen.add("the credentials are from: " + caller.origin());
        caller.shadowed().forEach(name -> seen.add("not used, as an earlier source has some: " + name));
        seen.addAll(caller.notes());
        AwsDenial refused =
                sight.upload() == null ? null : AwsDenial.in(sight.upload().text());
        if (refused != null && !refused.principal().equals(facts.caller().text())) {
            return Finding.of(
                            ID,
                            Stage.CREDENTIALS,
                            Verdict.WARN,
                            "the push to " + sight.image().name() + " is by another than AWS was asked as")
                    .seeing("the registry names " + refused.principal())
                    .seeing("sts:GetCallerIdentity says " + facts.caller().text())
                    .seeing(seen);
        }
        if (sight.credential() instanceof CredentialLookup.Found found) {
            seen.add("the push logs in with: " + found.found().origin().description()
                    + "; a login for ECR does not tell whose it is");
        }
        if (!place.isPublic() && !facts.account().equals(place.account())) {
            return Finding.of(
                            ID,
                            Stage.CREDENTIALS,
                            Verdict.WARN,
                            place.host() + " is of account " + place.account() + ", and AWS knows this build as one of "
                                    + facts.account())
                    .seeing("sts:GetCallerIdentity says " + facts.caller().text())
                    .seeing(
                            "a login succeeds all the same; a push only where the repository's own policy, or its registry's, allows it")
                    .seeing(seen);
        }
        return Finding.of(
                        ID,
                        Stage.CREDENTIALS,
                        Verdict.PASS,
                        "AWS knows this build as " + facts.caller().text())
                .seeing(seen);
    }

    /** There is nothing to show to AWS. */
    static UnaskedSurvey unasked(Place place, Caller.Unusable caller) {
        return new UnaskedSurvey(place, of(place, caller), caller.isSetUp());
    }

    /** AWS did not take it, or did not answer. */
    static UnaskedSurvey unasked(Place place, Caller.Known caller, Trouble trouble, AwsSettings settings) {
        return Access.isNobody(caller, trouble)
                ? unasked(place, Caller.Unusable.nobody(settings.profileName(), List.of()))
                : new UnaskedSurvey(place, of(place, caller, trouble, settings), true);
    }

    static Finding of(Place place, Caller.Unusable caller) {
        return Finding.of(
                        ID,
                        Stage.CREDENTIALS,
                        Verdict.UNKNOWN,
                        place.host() + " could not be asked as its account sees it: " + caller.summary())
                .because(caller.cause())
                .seeing(caller.evidence())
                .mendedBy(caller.remedies());
    }

    static Finding of(Place place, Caller.Known caller, Trouble trouble, AwsSettings settings) {
        if (Access.isNobody(caller, trouble)) {
            return of(place, Caller.Unusable.nobody(settings.profileName(), List.of()));
        }
        return Finding.of(
                        ID,
                        Stage.CREDENTIALS,
                        Verdict.UNKNOWN,
                        place.host() + " could not be asked as its account sees it: " + trouble.summary())
                .because(trouble.cause())
                .seeing(seen(caller, trouble))
                .mendedBy(remedies(trouble, caller, settings));
    }

    /** AWS's words, and whose credentials it had. */
    static List<String> seen(Caller.Known caller, Trouble trouble) {
        List<String> seen = new ArrayList<>(trouble.evidence());
        seen.add("the credentials are from: " + caller.origin());
        caller.shadowed().forEach(name -> seen.add("not used, as an earlier source has some: " + name));
        seen.addAll(caller.notes());
        return seen;
    }

    static List<Remedy> remedies(Trouble trouble, Caller.Known caller, AwsSettings settings) {
        if (trouble.summary().contains("clock")) {
            return List.of(new Remedy("Set this machine's clock", List.of("timedatectl set-ntp true"), List.of()));
        }
        String export = caller.cli().export();
        if (export != null && trouble.isDenied()) {
            return List.of(new Remedy(
                    "Have the AWS CLI ask for the code of the MFA device, and put the role's session into the shell",
                    List.of(export),
                    List.of()));
        }
        if (trouble.denial() != null) {
            return AwsRemedies.of(trouble.denial());
        }
        String profile = caller.origin().startsWith("profile ") ? " --profile " + settings.profileName() : "";
        return switch (trouble.cause()) {
            case CREDENTIALS_EXPIRED -> caller.cli().renewal(caller.origin());
            case CREDENTIALS_REJECTED ->
                List.of(new Remedy(
                        "Replace the credentials from: " + caller.origin(),
                        List.of("aws configure" + profile, "aws sts get-caller-identity" + profile),
                        List.of()));
            case CREDENTIAL_HELPER_FAILED, DEADLINE_EXCEEDED ->
                profile.isEmpty()
                        ? List.of()
                        : List.of(new Remedy(
                                "See what gives the credentials from: " + caller.origin(),
                                List.of("aws sts get-caller-identity" + profile),
                                List.of()));
            default -> List.of();
        };
    }
}
