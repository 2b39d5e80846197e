package io.github.registrymaven.google;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is asking Google, and whether that is who pushes. */
final class IdentityFinding {
    private static final String ID = "google-identity";
    private static final Pattern ACCOUNT =
            Pattern.compile("serviceAccount:[^@]+@([a-z0-9-]+)\\.iam\\.gserviceaccount\\.com");

    private IdentityFinding() {}

    static Finding of(Caller caller, Sight sight) {
        Session session = caller.session();
        Trouble trouble = caller.trouble();
        if (session == null) {
            return unusable(
                    trouble == null ? Trouble.of(Cause.UNKNOWN, "nobody is known") : trouble,
                    sight.image().host());
        }
        List<String> seen = new ArrayList<>();
        seen.add("the credentials are from: " + session.origin());
        seen.addAll(session.notes());
        String foreign = foreign(session, sight);
        if (foreign != null) {
            seen.add(foreign);
        }
        if (session.expires() != null) {
            seen.add("the token ends at " + session.expires());
        }
        if (!caller.pushes() && sight.credential() instanceof CredentialLookup.Found found) {
            seen.add("the push logs in with: " + found.found().origin().description()
                    + ", of which Google does not tell whose it is");
        }
        return Finding.of(
                        ID,
                        Stage.CREDENTIALS,
                        Verdict.PASS,
                        (caller.pushes() ? "the push is by " : "Google knows this machine as ") + session.words())
                .seeing(seen);
    }

    /** Nothing is wrong with that, and it explains a missing right. */
    private static @Nullable String foreign(Session session, Sight sight) {
        Place place = Place.of(sight.image());
        Matcher account = ACCOUNT.matcher(session.member() == null ? "" : session.member());
        return place == null || !account.matches() || account.group(1).equals(place.project())
                ? null
                : "the account is of project " + account.group(1) + ", the image of " + place.project();
    }

    /** The registry itself says whether the push works without: this keeps only Google from being asked. */
    static Finding unusable(Trouble trouble, String host) {
        return Finding.of(
                        ID,
                        Stage.CREDENTIALS,
                        Verdict.UNKNOWN,
                        host + " could not be asked as its project sees it: " + trouble.summary())
                .because(trouble.cause())
                .seeing(trouble.evidence())
                .mendedBy(trouble.remedies());
    }
}
