package io.github.registrymaven.doctor;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.HostSetup;
import io.github.registrymaven.preflight.Verdict;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whose certificates are believed: the JVM's trust store, and what lies in certs.d for a registry. */
final class TrustFact {
    private static final String ID = "trust-store";
    private static final String PROPERTY = "javax.net.ssl.trustStore";

    private TrustFact() {}

    static Fact of(Machine machine, HostSetup setup, Set<String> hosts) {
        String store = machine.properties().getOrDefault(PROPERTY, "");
        // With an empty store of its own the JDK believes nobody, and says so only at the first handshake.
        if (!store.isEmpty() && !store.equals("NONE") && !isThere(store)) {
            return Fact.bad(
                    ID,
                    Verdict.FAIL,
                    "the trust store that this JVM was given is not there, so it believes no certificate",
                    "Mend -D" + PROPERTY + ", in MAVEN_OPTS or .mvn/jvm.config",
                    List.of("-D" + PROPERTY + "=" + store));
        }
        List<String> own = new ArrayList<>();
        for (String host : hosts) {
            setup.certificates(host).forEach(file -> own.add(file.toString()));
        }
        String jvm = store.isEmpty() ? "the JVM's own" : store + " (-D" + PROPERTY + ")";
        return Fact.ok(ID, own.isEmpty() ? jvm : jvm + ", and " + String.join(", ", own));
    }

    private static boolean isThere(String store) {
        try {
            return Files.exists(Path.of(store));
        } catch (InvalidPathException noPath) {
            return true; // a store of another kind, such as PKCS#11
        }
    }
}
