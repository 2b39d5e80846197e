package io.github.registrymaven.network;

/**
 * Why a fault of ours need not be one of a push.
 *
 * @param why a sentence without its full stop
 */
public record Doubt(Of of, String why) {
    /** What is doubtful. */
    public enum Of {
        /** It was slow, and others wait longer. */
        PATIENCE,
        /** It was met on the way through a proxy, or past one, that others need not take, or do. */
        WAY,
        /** Others on this machine may believe what this JVM does not. */
        TRUST
    }
}
