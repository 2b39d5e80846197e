package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.Reach;
import java.util.List;

/**
 * Jib sends no login over plain http, on loopback neither, unless a system property says so (jib-core's
 * {@code FailoverHttpClient} and {@code JibSystemProperties}); {@code allowInsecureRegistries} allows the connection alone.
 *
 * @param isAllowed whether the property is set to that in this JVM, which is the one that Jib pushes from
 */
record JibPlainLogin(boolean isAllowed) {
    static final String PROPERTY = "sendCredentialsOverHttp";

    /** In the words in which the catalogue explains the push that failed for it. */
    static final List<Remedy> REMEDIES = List.of(
            new Remedy("Use the registry's https port, or put TLS before it", List.of(), List.of()),
            new Remedy(
                    "Or, in a network that you trust, let Jib send the login in plain http, too: -D" + PROPERTY
                            + "=true on the command line or in .mvn/maven.config; in the POM's <properties> it has no effect",
                    List.of(),
                    List.of()));

    /** As Jib reads it: properties of a POM or of settings.xml do not reach it. */
    static JibPlainLogin ofThisJvm() {
        return new JibPlainLogin(Boolean.getBoolean(PROPERTY));
    }

    /** Whether a login that the registry accepts from us is not shown to it by the push. */
    boolean isKeptBack(Observation seen) {
        return !isAllowed
                && seen.terms().byJib()
                && seen.reach() instanceof Reach.Reached reached
                && reached.protection() == Reach.Protection.PLAIN;
    }
}
