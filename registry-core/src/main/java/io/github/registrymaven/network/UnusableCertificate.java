package io.github.registrymaven.network;

import java.io.Serial;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A file in {@code certs.d} cannot be used; the message names it and says why. */
final class UnusableCertificate extends GeneralSecurityException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableCertificate(Path file, String why) {
        super(file + " " + why);
    }

    UnusableCertificate(Path file, String why, Throwable trouble) {
        super(file + " " + why, trouble);
    }
}
