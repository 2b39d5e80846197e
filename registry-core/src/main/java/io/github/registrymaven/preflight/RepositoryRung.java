package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.oci.Grant;
import java.util.List;

/** Does the repository exist, or will a push create it, and does it take pushes at all? */
final class RepositoryRung implements Rung {
    @Override
    public Stage stage() {
        return Stage.REPOSITORY;
    }

    @Override
    public String id() {
        return "repository";
    }

    /** It is nobody's permission that is missing. */
    private static Remedy elsewhere(Observation seen) {
        String host = seen.image().host();
        return new Remedy(
                "Push to the host that takes pushes, not to its mirror, cache or group; or ask whoever runs " + host
                        + " whether it is read-only for maintenance",
                List.of(),
                List.of());
    }

    @Override
    public Finding judge(Observation seen) {
        Refusal refusal = Refusal.of(seen);
        HttpAnswer upload = seen.uploadAnswer();
        if (refusal != null && refusal.stage() == Stage.REPOSITORY && upload != null) {
            Finding broken = fail(seen.repository() + " " + refusal.reason())
                    .because(refusal.cause())
                    .seeing(Evidence.of("POST", upload));
            return upload.status() == 405 ? broken.mendedBy(List.of(elsewhere(seen))) : broken;
        }
        HttpAnswer manifest = seen.manifestAnswer();
        if (manifest != null && manifest.status() == 200) {
            return pass(seen.repository() + " exists").seeing(Evidence.of("HEAD", manifest));
        }
        if (upload != null && upload.status() == 202) {
            return pass(seen.repository() + " exists, or is created by the push")
                    .seeing(Evidence.of("POST", upload));
        }
        if (seen.grant() instanceof Grant.PullOnly unasked) {
            return unasked.absent()
                    ? pass(seen.repository() + " does not exist yet, and a push creates it if the login may")
                            .notProving("the repository is created")
                    : pass("whether " + seen.repository() + " exists is not shown to this login")
                            .notProving("the repository exists, or is created");
        }
        return pass("nothing speaks against " + seen.repository()).notProving("the repository exists");
    }
}
