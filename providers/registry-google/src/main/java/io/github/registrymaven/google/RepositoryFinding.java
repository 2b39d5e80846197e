package io.github.registrymaven.google;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Does the repository exist, does it take images, or would a push create it? */
final class RepositoryFinding {
    private static final String INSTEAD = "repository";
    private static final String BESIDE = "google-repository";

    private final About about;
    private final Sight sight;

    RepositoryFinding(About about, Sight sight) {
        this.about = about;
        this.sight = sight;
    }

    Finding finding() {
        if (about.seen() instanceof RepositorySeen.There there) {
            return there(there);
        }
        if (about.seen() instanceof RepositorySeen.Absent absent) {
            return about.place().gcr() ? absentOnGcr(absent) : absent(absent);
        }
        return hidden(((RepositorySeen.Hidden) about.seen()).trouble());
    }

    private Finding there(RepositorySeen.There there) {
        List<String> seen = new ArrayList<>();
        seen.add("repositories.get shows " + about.place().name());
        if (there.takesImages()) {
            return finding(INSTEAD, Verdict.PASS, "exists").seeing(seen);
        }
        seen.add("its format is " + there.format() + ", its mode is " + there.mode());
        String kind = there.mode().equals("STANDARD_REPOSITORY")
                ? "is no repository of images"
                : "takes no pushes: only standard repositories do";
        Finding finding =
                finding(INSTEAD, isOpened() ? Verdict.WARN : Verdict.FAIL, kind).seeing(seen);
        return isOpened()
                ? finding.seeing("the registry opened an upload all the same")
                : finding.because(Cause.REPOSITORY_NOT_FOUND)
                        .mendedBy(List.of(new Remedy(
                                "Push to a standard docker repository",
                                List.of("gcloud artifacts repositories list --project="
                                        + Words.argument(about.place().project()) + " --location="
                                        + Words.argument(about.place().location())),
                                List.of())));
    }

    private Finding absent(RepositorySeen.Absent absent) {
        List<String> seen = new ArrayList<>(absent.trouble().evidence());
        seen.addAll(about.nearMisses());
        if (isOpened()) {
            return finding(BESIDE, Verdict.WARN, "does not exist, says Google's API; its registry opened an upload")
                    .seeing(seen);
        }
        return finding(INSTEAD, Verdict.FAIL, "does not exist")
                .because(Cause.REPOSITORY_NOT_FOUND)
                .seeing(seen)
                .mendedBy(GoogleRemedies.create(about.place()));
    }

    private Finding absentOnGcr(RepositorySeen.Absent absent) {
        List<String> seen = new ArrayList<>(absent.trouble().evidence());
        seen.add("Container Registry takes no pushes since 2025-03-18; "
                + about.place().name() + " takes its place");
        Boolean create = about.create();
        if (Boolean.TRUE.equals(create)) {
            return finding(INSTEAD, Verdict.PASS, "does not exist yet, and a push creates it")
                    .seeing(seen)
                    .seeing(PushPermission.CREATE_ON_PUSH + " is granted on the project")
                    .notProving("the repository is created");
        }
        List<Remedy> remedies = new ArrayList<>(GoogleRemedies.create(about.place()));
        String member = about.session().member();
        remedies.add(GoogleRemedies.createOnPush(about.place(), member == null ? "MEMBER" : member));
        boolean decided = create != null && about.caller().pushes() && (isRefused() || about.isWeighedOnProject());
        seen.add(
                create == null
                        ? "whether a push may create it is not told: Resource Manager gave no answer"
                        : PushPermission.CREATE_ON_PUSH + " is not granted on the project");
        return finding(
                        INSTEAD,
                        decided ? Verdict.FAIL : Verdict.UNKNOWN,
                        decided
                                ? "does not exist, and a push may not create it"
                                : "does not exist, unless a push creates it")
                .because(Cause.REPOSITORY_NOT_FOUND)
                .seeing(seen)
                .mendedBy(remedies);
    }

    /** What keeps Google from answering is the push's trouble too only where the registry refused it. */
    private Finding hidden(Trouble trouble) {
        boolean refused = isRefused();
        // Where the registry itself names a permission, what kept us from asking is another matter.
        boolean another = trouble.cause() != Cause.PROJECT_OR_ACCOUNT_NOT_FOUND && namesAPermission();
        if (trouble.isOfTheProject() && refused && !another) {
            return finding(INSTEAD, Verdict.FAIL, "cannot be pushed: " + trouble.summary())
                    .because(trouble.cause())
                    .seeing(trouble.evidence())
                    .seeing(sight.refusal() == null ? "the registry refuses the push" : "the registry gives no login")
                    .mendedBy(trouble.remedies());
        }
        boolean answered =
                isOpened() || (sight.manifest() != null && sight.manifest().status() == 200);
        boolean known = answered || about.isThere();
        Finding finding = Finding.of(
                        BESIDE,
                        Stage.REPOSITORY,
                        known || refused ? Verdict.PASS : Verdict.UNKNOWN,
                        "whether " + sight.image().name() + " exists is not shown by Google: " + trouble.summary())
                .seeing(trouble.evidence())
                .seeing(about.nearMisses());
        if (known || refused) {
            return finding.notProving("the repository's settings");
        }
        // Not to be allowed to ask is another thing than not to be allowed to push.
        return finding.because(trouble.isDenied() ? Cause.UNKNOWN : trouble.cause())
                .mendedBy(trouble.remedies());
    }

    private boolean isOpened() {
        return sight.upload() != null && sight.upload().status() == 202;
    }

    private boolean isRefused() {
        int upload = sight.upload() == null ? 0 : sight.upload().status();
        int login = sight.refusal() == null ? 0 : sight.refusal().status();
        return upload == 401 || upload == 403 || login == 401 || login == 403;
    }

    private boolean namesAPermission() {
        HttpAnswer refusal = sight.refusal() == null ? sight.upload() : sight.refusal();
        return refusal != null && refusal.text().contains(PushPermission.UPLOAD.id());
    }

    private Finding finding(String id, Verdict verdict, String what) {
        return Finding.of(id, Stage.REPOSITORY, verdict, sight.image().name() + " " + what);
    }
}
