package io.github.registrymaven.image;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;

/** The image at hand is not one, is cut short, or is not what it says it is. The message names file, place and reason. */
public final class BrokenImage extends IOException {
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    public BrokenImage(Cause cause, String message) {
        super(message);
        this.cause = cause;
    }

    /** There is no image, or not all of it. */
    static BrokenImage missing(String place, String reason) {
        return new BrokenImage(Cause.LOCAL_IMAGE_MISSING, place + reason);
    }

    /** What describes the image is not as it has to be, so that no registry would take it or none should. */
    static BrokenImage invalid(String place, String reason) {
        return new BrokenImage(Cause.MANIFEST_INVALID, place + reason);
    }

    /** The bytes are not those that were announced. */
    static BrokenImage altered(String place, String reason) {
        return new BrokenImage(Cause.DIGEST_MISMATCH, place + reason);
    }

    /** Such as {@link Cause#DIGEST_MISMATCH}. */
    public Cause why() {
        return cause;
    }
}
