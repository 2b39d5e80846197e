package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.reference.ImageReference;
import org.jspecify.annotations.Nullable;

/** Is the tag taken, and by which digest? */
final class TagRung implements Rung {
    @Override
    public Stage stage() {
        return Stage.TAG;
    }

    @Override
    public String id() {
        return "tag";
    }

    @Override
    public @Nullable Finding judge(Observation seen) {
        ImageReference image = seen.image();
        String tag = image.tag();
        if (tag == null) {
            return pass("the image is pushed by digest, no tag is moved");
        }
        String named = seen.repository() + ":" + tag;
        if (seen.manifest() instanceof NetworkFault fault) {
            return unknown("whether " + named + " exists was not found out: " + fault.summary())
                    .because(fault.cause())
                    .seeing(Evidence.of(fault));
        }
        HttpAnswer answer = seen.manifestAnswer();
        if (answer == null) {
            return null;
        }
        return switch (answer.status()) {
            case 200 -> exists(tag, seen, answer);
            case 404 -> pass("tag " + tag + " does not exist yet").seeing(Evidence.of("HEAD", answer));
            default ->
                unknown("whether " + named + " exists was not found out")
                        .because(answer.status() == 429 ? Cause.RATE_LIMITED : Cause.UNKNOWN)
                        .seeing(Evidence.of("HEAD", answer));
        };
    }

    private Finding exists(String tag, Observation seen, HttpAnswer answer) {
        String digest = answer.headers().firstValue("docker-content-digest").orElse("");
        if (!digest.matches("[a-z0-9+._-]{1,32}:[0-9a-fA-F]{32,128}")) {
            return pass("tag " + tag + " exists and is replaced by the push").notProving("the tag may be replaced");
        }
        if (digest.equals(seen.localDigest()) || digest.equals(seen.image().digest())) {
            return pass("tag " + tag + " is already this image, there is nothing to push")
                    .seeing("its digest is " + digest);
        }
        return pass("tag " + tag + " exists and is replaced by the push")
                .seeing("its digest is " + digest)
                .notProving("the tag may be replaced");
    }
}
