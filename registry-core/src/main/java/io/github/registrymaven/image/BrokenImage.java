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

    /** Such as {@link Cause#DIGEST_MISMATCH}. */
    public Cause why() {
        return cause;
    }
}
