package io.github.registrymaven.preflight;

/** How push permission is proven. */
public enum Probe {
    /** An upload session is opened and cancelled at once: the first thing that every push does. */
    UPLOAD,
    /** Only what the token says: no upload session is opened. */
    TOKEN
}
