package io.github.registrymaven.jib;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.artifact.Workplace;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.reference.ImageReference;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A tag can point elsewhere tomorrow, and the same sources would make another image. The digest it has now is asked for. */
final class BaseWithoutDigest {
    private final ImageReference base;
    private final Workplace workplace;

    BaseWithoutDigest(ImageReference base, Workplace workplace) {
        this.base = base;
        this.workplace = workplace;
    }

    ImageBuild.NotBuilt refusal() throws InterruptedException {
        String now = now();
        return new ImageBuild.NotBuilt(
                Cause.INVALID_IMAGE_REFERENCE,
                "the base image " + base.written() + " is not named by its digest, so tomorrow it may be another one",
                now == null ? List.of() : List.of(base.name() + ":" + base.tag() + " is " + now + " now"),
                List.of(now == null ? askYourself() : pin(now)));
    }

    private Remedy pin(String digest) {
        return new Remedy(
                "Name it with the digest that it has now",
                List.of(),
                List.of(new Remedy.File("pom.xml", "<baseImage>" + base.written() + "@" + digest + "</baseImage>")));
    }

    private Remedy askYourself() {
        String name = base.name() + ":" + base.tag();
        return new Remedy(
                "Find its digest, and name it as " + base.written() + "@sha256:…",
                List.of("skopeo inspect --raw docker://" + name + " | sha256sum"),
                List.of());
    }

    /** Null where it cannot be asked; why does not matter here, as another attempt comes with the digest. */
    private @Nullable String now() throws InterruptedException {
        if (workplace.offline()) {
            return null;
        }
        try {
            return JibRun.digestNow(base.canonical(), workplace);
        } catch (IOException | ExecutionException | JibRefused notNow) {
            return null;
        }
    }
}
