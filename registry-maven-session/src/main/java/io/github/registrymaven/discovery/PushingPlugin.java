package io.github.registrymaven.discovery;

/** What is known of one plugin that pushes images: which goals do it, and which images they push. */
interface PushingPlugin {
    /** Whether the plugin's goal pushes images, or may do so. */
    boolean pushesWith(String goal);

    /** Whether a goal, which may push itself, leaves something behind that names what is pushed later. */
    default boolean prepares(String goal) {
        return false;
    }

    /** The phase that a goal is bound to where nothing else is said; empty where it is bound to none. */
    String defaultPhase(String goal);

    /** Adds what this execution pushes, and what of it cannot be known. */
    void find(Configured execution, Found found);
}
