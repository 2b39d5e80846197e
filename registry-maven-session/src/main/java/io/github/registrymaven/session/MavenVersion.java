package io.github.registrymaven.session;

import org.apache.maven.execution.MavenSession;

/** What differs from one Maven to the next. */
final class MavenVersion {
    private MavenVersion() {}

    /** Maven 4 decrypts settings.xml before any plugin runs, so how a password was stored is not known any more. */
    static boolean decryptsEarly(MavenSession session) {
        return session.getSystemProperties().getProperty("maven.version", "").startsWith("4");
    }
}
