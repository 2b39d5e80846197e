package io.github.registrymaven.preflight;

import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.oci.Grant;

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

    @Override
    public Finding judge(Observation seen) {
        Refusal refusal = Refusal.of(seen);
        HttpAnswer upload = seen.uploadAnswer();
        if (refusal != null && refusal.stage() == Stage.REPOSITORY && upload != null) {
            return fail(seen.repository() + " " + refusal.reason())
                    .because(refusal.cause())
                    .seeing(Evidence.of("POST", upload))
                    .mendedBy(refusal.remedies());
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
