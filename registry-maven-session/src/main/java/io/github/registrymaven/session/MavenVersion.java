package io.github.registrymaven.session;

import java.util.Properties;

/** What differs from one Maven to the next. */
final class MavenVersion {
    private MavenVersion() {}

    /** Maven 4 decrypts settings.xml before any plugin runs, so how a password was stored is not known any more. */
    static boolean decryptsEarly(Properties system) {
        return system.getProperty("maven.version", "").startsWith("4");
    }
}
