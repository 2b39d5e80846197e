package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import org.jspecify.annotations.Nullable;

/** A tag under its repository's own rule, which the cloud told; its digest is what the registry's endpoint showed. */
public final class HeldTag {
    private HeldTag() {}

    /**
     * Judges the tag; null where none is named, or where the registry did not show whether it exists.
     *
     * @param held whether the rule keeps this tag where it is, once pushed
     * @param rule the rule in words, a line of evidence
     * @param registry the product's name, for what its documentation leaves open
     */
    public static @Nullable Finding of(Sight sight, boolean held, String rule, String registry) {
        String tag = sight.image().tag();
        if (tag == null || sight.manifest() == null) {
            return null;
        }
        int status = sight.manifest().status();
        if (status == 404) {
            return finding(Verdict.PASS, "tag " + tag + " does not exist yet").seeing(rule);
        }
        return status == 200 ? there(sight, tag, held, rule, registry) : null;
    }

    private static Finding there(Sight sight, String tag, boolean held, String rule, String registry) {
        String digest = sight.manifest() == null
                ? ""
                : sight.manifest().headers().firstValue("docker-content-digest").orElse("");
        boolean told = digest.matches("sha256:[0-9a-f]{64}");
        String shown = "it is " + (told ? digest : "of a digest that was not told");
        if (!held) {
            return finding(Verdict.PASS, "tag " + tag + " exists and is replaced by the push")
                    .seeing(rule, shown);
        }
        String named = sight.image().name() + ":" + tag;
        String local = sight.localDigest() == null ? sight.image().digest() : sight.localDigest();
        if (local == null || !told) {
            // Most such pushes fail, and still this is no fail: jib and buildpacks come to the same digest wherever the
            // same
            // sources are built again, as in a pipeline that is run once more after a later step of it broke, and no
            // rule
            // is against pushing that. To break those builds would be the false alarm.
            return finding(
                            Verdict.UNKNOWN,
                            named + " exists and cannot be moved: only the very same image may be pushed")
                    .because(Cause.TAG_IMMUTABLE)
                    .seeing(rule, shown, "the digest of the image to push is not known before it is built");
        }
        return local.equals(digest)
                ? finding(Verdict.WARN, named + " is already this image, and cannot be moved")
                        .seeing(
                                rule,
                                shown,
                                "whether " + registry + " takes the very same image again is not documented")
                : finding(Verdict.FAIL, named + " exists with another image, and cannot be moved")
                        .because(Cause.TAG_IMMUTABLE)
                        .seeing(rule, shown, "the image to push is " + local);
    }

    private static Finding finding(Verdict verdict, String summary) {
        return Finding.of("tag", Stage.TAG, verdict, summary);
    }
}
