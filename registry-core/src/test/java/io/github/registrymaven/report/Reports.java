package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.RegistryKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports on images as a preflight makes them. */
final class Reports {
    private Reports() {}

    static ImageReport refused() {
        return image(
                Verdict.FAIL,
                new Identity("ci", "server \"localhost:5000\" in settings.xml", Instant.parse("2026-01-01T00:00:00Z")),
                Finding.of("registry-reachable", Stage.NETWORK, Verdict.PASS, "localhost:5000 answers over TLS"),
                Finding.of(
                                "push-permission",
                                Stage.PERMISSION,
                                Verdict.FAIL,
                                "localhost:5000/team/app refuses pushes from ci")
                        .because(Cause.PERMISSION_DENIED)
                        .seeing(
                                "POST https://localhost:5000/v2/team/app/blobs/uploads/ answered 401",
                                "the token grants \u001b[31mpull only")
                        .mendedBy(List.of(new Remedy(
                                "Allow ci to push",
                                List.of("allow --user ci"),
                                List.of(new Remedy.File("acl.json", "{\n  \"push\": true\n}\n")))))
                        .took(12),
                Finding.of("tag", Stage.TAG, Verdict.SKIPPED, "needs: push-permission"));
    }

    static ImageReport taken() {
        return image(
                Verdict.PASS,
                new Identity("ci", "server \"localhost:5000\" in settings.xml", null),
                Finding.of("push-permission", Stage.PERMISSION, Verdict.PASS, "ci may push to localhost:5000/team/app")
                        .notProving("the manifest is taken"),
                Finding.of("tag", Stage.TAG, Verdict.PASS, "tag 1.0 does not exist yet"));
    }

    /** An image with evidence of a rung that passed. */
    static ImageReport seen() {
        return image(
                Verdict.PASS,
                new Identity("ci", "server \"localhost:5000\" in settings.xml", null),
                Finding.of("registry-reachable", Stage.NETWORK, Verdict.PASS, "localhost:5000 answers over TLS")
                        .seeing("GET /v2/ answered 200"));
    }

    /** A login that its registry refuses, which has nothing to do with the repository. */
    static ImageReport loginRefused(String repository) {
        return image(
                repository,
                Verdict.FAIL,
                new Identity("ci", "server \"localhost:5000\" in settings.xml", null),
                Finding.of(
                                "login",
                                Stage.CREDENTIALS,
                                Verdict.FAIL,
                                "localhost:5000/" + repository + " refuses the login")
                        .because(Cause.CREDENTIALS_REJECTED)
                        .seeing("GET http://localhost:5000/token?scope=repository:" + repository + ":push answered 401")
                        .mendedBy(List.of(new Remedy("Replace the login", List.of(), List.of()))));
    }

    /** A name that is fine, offline. */
    static ImageReport notAsked() {
        return image(
                "team/app",
                Verdict.PASS,
                null,
                Finding.of("image-name", Stage.REFERENCE, Verdict.PASS, "a name that localhost:5000 takes"),
                Finding.of("tag", Stage.TAG, Verdict.SKIPPED, "offline"));
    }

    private static ImageReport image(Verdict verdict, Identity identity, Finding... checks) {
        return image("team/app", verdict, identity, checks);
    }

    private static ImageReport image(
            String repository, Verdict verdict, @Nullable Identity identity, Finding... checks) {
        return new ImageReport(
                "localhost:5000/" + repository + ":1.0",
                RegistryKind.GENERIC,
                "localhost:5000",
                repository,
                "1.0",
                null,
                null,
                "registry.images",
                verdict,
                identity,
                List.of(checks));
    }
}
