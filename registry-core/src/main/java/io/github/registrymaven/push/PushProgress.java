package io.github.registrymaven.push;

import java.time.Duration;

/** Is told how far a push is, often and from several threads, one call at a time. It must be quick. */
public interface PushProgress {
    /** Told of nothing. */
    PushProgress NONE = state -> {};

    void now(State state);

    /**
     * How far the push to one repository is.
     *
     * @param target {@code host/repository}
     * @param layersDone layers that are in the repository, by whatever way
     * @param bytesDone of {@code bytes}, what needs not be sent any more
     * @param bytes of all layers as they are here: a layer that is still to be compressed counts before that
     * @param bytesMoved of {@code bytesDone}, what was sent and not found there
     * @param elapsed since the first blob
     */
    record State(
            String target, int layersDone, int layers, long bytesDone, long bytes, long bytesMoved, Duration elapsed) {}
}
