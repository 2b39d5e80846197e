package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.oci.OciErrors;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** May the push's own login push, by which proofs, and which role is missing where? */
final class PermissionFinding {
    private final Place place;
    private final Facts facts;
    private final @Nullable Login login;

    PermissionFinding(Place place, Facts facts, @Nullable Login login) {
        this.place = place;
        this.facts = facts;
        this.login = login;
    }

    /** Null where there is nothing to say: nobody logs in, so nobody is asked about. */
    @Nullable
    Finding of(Sight sight) {
        if (login == null) {
            return null;
        }
        List<String> evidence = evidence(sight);
        HttpAnswer upload = sight.upload();
        if (upload != null && Denial.is(upload, sight.image().repository())) {
            return Finding.of(
                            "push-permission",
                            Stage.PERMISSION,
                            Verdict.FAIL,
                            sight.image().name() + " refuses pushes from " + login.words())
                    .because(Cause.PERMISSION_DENIED)
                    .seeing("POST of an upload answered " + upload.status() + words(upload))
                    .seeing(evidence)
                    .mendedBy(new RoleRemedies(place, facts, login).of(sight.image()));
        }
        Boolean granted = facts.repository(sight.image().repository()).grantsPush();
        boolean opened = upload != null && upload.status() == 202;
        if (opened && Boolean.FALSE.equals(granted)) {
            return beside(Verdict.WARN, sight.image().name() + ": proofs of permission disagree")
                    .seeing("an upload was opened")
                    .seeing(evidence);
        }
        if (opened || Boolean.TRUE.equals(granted)) {
            return beside(
                            Verdict.PASS,
                            "nothing that a push to " + sight.image().name() + " needs is known to be denied")
                    .seeing(evidence);
        }
        return granted == null
                ? null
                : beside(
                                Verdict.UNKNOWN,
                                "the registry's token for " + login.words() + " grants no push to "
                                        + sight.image().name())
                        .because(Cause.PERMISSION_DENIED)
                        .seeing(evidence)
                        .mendedBy(new RoleRemedies(place, facts, login).of(sight.image()));
    }

    private static String words(HttpAnswer upload) {
        String said = OciErrors.of(upload).entries().toString();
        return said.equals("[]") ? "" : " (" + said.substring(1, said.length() - 1) + ")";
    }

    private List<String> evidence(Sight sight) {
        List<String> lines = new ArrayList<>();
        RepositorySeen seen = facts.repository(sight.image().repository());
        if (seen.granted() != null) {
            lines.add("asked for pull and push, the registry's token grants "
                    + (seen.granted().isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(seen.granted()))));
        }
        RegistrySeen.Shown shown = facts.shown();
        Boolean byRepository = shown == null ? null : shown.hasRolesByRepository();
        if (byRepository != null) {
            lines.add(
                    byRepository
                            ? "its roles are by repository: AcrPush, Owner and Contributor count for nothing here"
                            : "its roles are registry-wide");
        } else if (facts.registry() instanceof RegistrySeen.Hidden hidden) {
            lines.addAll(hidden.words());
        }
        Caller.Known known = facts.known();
        Who who = login == null ? null : login.who();
        if (facts.permissions() != null
                && byRepository != null
                && known != null
                && who != null
                && who.isSame(known.who())) {
            lines.add("Resource Manager says that its roles "
                    + (facts.permissions().allowPush(byRepository) ? "allow a push" : "allow no push")
                    + (byRepository ? ", conditions left aside" : ""));
        }
        return lines;
    }

    private static Finding beside(Verdict verdict, String summary) {
        return Finding.of("push-actions", Stage.PERMISSION, verdict, summary);
    }
}
