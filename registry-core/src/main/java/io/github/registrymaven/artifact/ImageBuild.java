package io.github.registrymaven.artifact;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.nio.file.Path;
import java.util.List;

/** What building an image comes to. */
public sealed interface ImageBuild {
    /**
     * The image is there.
     *
     * @param layout the OCI layout: a tar for one platform, a folder for several
     * @param digest {@code sha256:…}, which the registry will have it under
     */
    record Built(Path layout, String digest) implements ImageBuild {}

    /**
     * There is no image, and nothing is left where it would be.
     *
     * @param summary what failed and on which image, one sentence
     * @param evidence what was seen; never a secret
     */
    record NotBuilt(Cause cause, String summary, List<String> evidence, List<Remedy> remedies) implements ImageBuild {
        public NotBuilt {
            evidence = List.copyOf(evidence);
            remedies = List.copyOf(remedies);
        }
    }
}
