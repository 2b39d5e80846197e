package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Stage;
import io.github.registrymaven.policy.rules.PolicyLevel;

/** What a stage begins with is the same tomorrow: it has a tag that says which, and at level strict a digest. */
final class PinnedBase implements Practice {
    @Override
    public String id() {
        return "unpinned-base";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.MINIMUM;
    }

    @Override
    public void look(Look look) {
        for (Stage stage : look.file().stages()) {
            String base = stage.base();
            if (base == null) {
                look.verdicts()
                        .unknown(
                                stage.line(),
                                "begins with " + stage.from() + ", which is not known before the build (" + id() + ")");
            } else if (look.file().before(stage.number(), base) == null) {
                judge(look, stage, base);
            }
        }
    }

    private void judge(Look look, Stage stage, String base) {
        BaseImage image = BaseImage.of(base);
        if (image == null || image.isEmpty() || image.digested()) {
            return;
        }
        boolean moves = image.tagImplied() || image.tag().equals("latest");
        if (moves && !image.isVersionInItsName()) {
            look.verdicts()
                    .fail(
                            stage.line(),
                            "begins with " + base + ", which is another image tomorrow (" + id() + ")",
                            image.hasVersionTags()
                                    ? "a tag that names a version"
                                    : "a digest, as it has no tags by version",
                            image.hasVersionTags() ? "Name a version" : "Name its digest, and let a bot renew it",
                            stage.beginningWith(base.replaceFirst(":latest$", "")
                                    + (image.hasVersionTags() ? ":VERSION" : "@sha256:DIGEST")));
        } else if (look.terms().level() == PolicyLevel.STRICT) {
            look.verdicts()
                    .fail(
                            stage.line(),
                            "begins with " + base + " by a tag, which may move (" + id() + ")",
                            "a digest",
                            "Name its digest, and let a bot renew it",
                            stage.beginningWith(base + "@sha256:DIGEST"));
        }
    }
}
