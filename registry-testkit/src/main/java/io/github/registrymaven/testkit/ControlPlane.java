package io.github.registrymaven.testkit;

import org.jspecify.annotations.Nullable;

/**
 * What decides in a registry's stead: a cloud, with identities, repositories and rules of its own. A registry that is given
 * one asks it before each step, and keeps only the images. Called from many threads.
 */
public interface ControlPlane {
    /**
     * Whether somebody may speak to the registry at all.
     *
     * @param authorization the request's header, as it came
     */
    void admit(@Nullable String authorization) throws Refused;

    /** Whether somebody may do this to a repository, which is there or is made now if it should be. */
    void allow(@Nullable String authorization, String repository, Operation operation) throws Refused;

    /** Whether a tag, which points to another image, may be moved. */
    void checkTagMoves(String repository, String tag) throws Refused;

    /**
     * Whether somebody may point a tag to an image, beyond putting the image there.
     *
     * @param isThere whether the tag points to another image now
     */
    default void allowTag(@Nullable String authorization, String repository, String tag, boolean isThere)
            throws Refused {}

    /** Whether a blob of another repository may be mounted instead of sent. */
    boolean mountsBlobs();
}
