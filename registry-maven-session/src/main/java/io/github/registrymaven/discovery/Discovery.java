package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.RequestedImage;
import java.util.List;

/** What was found in one project. */
public final class Discovery {
    private final List<RequestedImage> images;
    private final List<String> remarks;

    public Discovery(List<RequestedImage> images, List<String> remarks) {
        this.images = List.copyOf(images);
        this.remarks = List.copyOf(remarks);
    }

    /** The images that this build pushes, as far as they are known before it; each says where it was found. */
    public List<RequestedImage> images() {
        return images;
    }

    /** What could not be known, one sentence each: a name that is made of a time stamp, say. */
    public List<String> remarks() {
        return remarks;
    }
}
