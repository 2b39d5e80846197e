package io.github.registrymaven.google;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Standing;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** May the caller do what a push does, by Google's own answer held against what the registry did? */
final class PermissionFinding {
    private static final String BESIDE = "push-actions";

    /** The name of the rung's own check. */
    private static final String INSTEAD = "push-permission";

    private static final String DISAGREEING = "usually this is a deny policy, a condition, a perimeter of VPC Service"
            + " Controls, or a role that was given within the last minutes";

    private final About about;
    private final Sight sight;

    PermissionFinding(About about, Sight sight) {
        this.about = about;
        this.sight = sight;
    }

    /** Null where Google's answer adds nothing. */
    @Nullable
    Finding finding() {
        HttpAnswer refusal = refusal();
        if (refusal != null) {
            return refused(refusal);
        }
        if (about.effective().trouble() != null) {
            return untold(about.effective().trouble());
        }
        Boolean upload = about.effective().has(PushPermission.UPLOAD.id());
        if (Boolean.FALSE.equals(upload)) {
            return withoutUpload();
        }
        List<String> missing = missing();
        if (missing.isEmpty()) {
            return pass(place()).seeing(evidence()).notProving("the manifest is taken");
        }
        return incomplete(missing);
    }

    /** The registry refused: that decides, and Google's answer says why. */
    private Finding refused(HttpAnswer refusal) {
        Finding finding = Finding.of(
                        INSTEAD,
                        Stage.PERMISSION,
                        Verdict.FAIL,
                        sight.image().name() + " refuses pushes"
                                + (about.caller().pushes()
                                        ? " from " + about.session().words()
                                        : ""))
                .because(Cause.PERMISSION_DENIED)
                .seeing(Standing.told(sight.refusal() == null ? "POST" : "GET", refusal))
                .seeing(evidence());
        Boolean upload = about.effective().has(PushPermission.UPLOAD.id());
        if (Boolean.TRUE.equals(upload) && about.caller().pushes()) {
            return finding.seeing(
                    "Google's API says that the upload is granted, and the registry refuses it: " + DISAGREEING);
        }
        Finding told = about.nearMisses().isEmpty() ? finding : finding.seeing(about.nearMisses());
        return told.seeing(about.role().words()).mendedBy(GoogleRemedies.grant(about.place(), member(), about.role()));
    }

    /** Google would not say; what the registry did stands by itself. */
    private @Nullable Finding untold(Trouble trouble) {
        if (!isOpened()) {
            return null;
        }
        return Finding.of(
                        BESIDE,
                        Stage.PERMISSION,
                        Verdict.PASS,
                        "nothing that a push to " + sight.image().name() + " needs is known to be denied")
                .seeing("testIamPermissions: " + trouble.summary())
                .seeing(trouble.evidence())
                .notProving(PushPermission.TAG_CREATE.id(), PushPermission.TAG_UPDATE.id());
    }

    private @Nullable Finding withoutUpload() {
        String name = sight.image().name();
        if (about.isAbsent() && !Boolean.TRUE.equals(about.create())) {
            // Nothing is granted on what is not there; that it is not there has been said.
            return null;
        }
        if (isOpened()) {
            return about.caller().pushes()
                    ? finding(BESIDE, Verdict.WARN, name + ": proofs of permission disagree")
                            .seeing(evidence())
                            .seeing("the registry opened an upload", DISAGREEING)
                    : finding(
                                    BESIDE,
                                    Verdict.PASS,
                                    about.session().words() + " lacks what a push needs, and is not who pushes")
                            .seeing(evidence());
        }
        // A login to push was given, or none was tried: without the registry's own refusal it stays open.
        return unknown(
                        place(),
                        name + " would refuse pushes from " + about.session().words())
                .because(Cause.PERMISSION_DENIED)
                .seeing(evidence())
                .seeing(about.role().words())
                .mendedBy(GoogleRemedies.grant(about.place(), member(), about.role()));
    }

    /** The upload is granted, and something beside it is not. Which push needs that is told by denials alone. */
    private Finding incomplete(List<String> missing) {
        String name = sight.image().name();
        if (!about.caller().pushes()) {
            return pass(BESIDE).seeing(evidence()).notProving(missing.toArray(String[]::new));
        }
        return unknown(BESIDE, about.session().words() + " lacks what a push to " + name + " most likely needs")
                .because(Cause.PERMISSION_DENIED)
                .seeing("missing: " + String.join(", ", missing))
                .seeing(evidence())
                .seeing(about.role().words())
                .mendedBy(GoogleRemedies.grant(about.place(), member(), about.role()));
    }

    /** What is not granted of what this push needs: a tag that is new is created, one that is there is moved. */
    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        int tag = sight.image().tag() == null || sight.manifest() == null
                ? 0
                : sight.manifest().status();
        for (PushPermission permission : PushPermission.values()) {
            boolean needed = switch (permission) {
                case UPLOAD, DOWNLOAD -> true;
                case TAG_CREATE -> tag == 404;
                case TAG_UPDATE -> tag == 200;
            };
            if (needed && Boolean.FALSE.equals(about.effective().has(permission.id()))) {
                missing.add(permission.id());
            }
        }
        return missing;
    }

    private List<String> evidence() {
        List<String> lines = new ArrayList<>();
        Trouble trouble = about.effective().trouble();
        if (trouble != null) {
            lines.add("testIamPermissions: " + trouble.summary());
            return lines;
        }
        for (String permission : PushPermission.ids()) {
            lines.add(permission + ": "
                    + (about.effective().granted().contains(permission) ? "granted" : "not granted")
                    + ", says testIamPermissions"
                    + (about.caller().pushes() ? "" : " of " + about.session().words()));
        }
        return lines;
    }

    /** The answer with which a login that is known, or its upload, was refused. */
    private @Nullable HttpAnswer refusal() {
        HttpAnswer login = sight.refusal();
        if (login != null) {
            return login.status() == 403 ? login : null;
        }
        HttpAnswer upload = sight.upload();
        return upload != null && (upload.status() == 401 || upload.status() == 403) ? upload : null;
    }

    private String member() {
        String member = about.session().member();
        return member == null || !about.caller().pushes() ? "MEMBER" : member;
    }

    /** What came of an upload is the rung's own to tell, and nothing that Google's API says takes its place. */
    private String place() {
        return sight.uploadAsked() ? BESIDE : INSTEAD;
    }

    private boolean isOpened() {
        return sight.upload() != null && sight.upload().status() == 202;
    }

    private Finding pass(String id) {
        return finding(
                id,
                Verdict.PASS,
                about.session().words() + " may do all that a push to "
                        + sight.image().name() + " needs");
    }

    private static Finding unknown(String id, String summary) {
        return finding(id, Verdict.UNKNOWN, summary).because(Cause.UNKNOWN);
    }

    private static Finding finding(String id, Verdict verdict, String summary) {
        return Finding.of(id, Stage.PERMISSION, verdict, summary);
    }
}
