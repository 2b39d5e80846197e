package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What mends a login that Entra refuses. */
final class EntraRemedies {
    private static final int UNKNOWN_APPLICATION = 700016;
    private static final int UNKNOWN_TENANT = 90002;

    private EntraRemedies() {}

    static List<Remedy> of(Trouble trouble, @Nullable String clientId) {
        if (clientId == null) {
            return trouble.cause() == Cause.CREDENTIALS_MISSING || trouble.cause() == Cause.CREDENTIALS_EXPIRED
                    ? List.of(new Remedy("Log in again", List.of("az login"), List.of()))
                    : List.of();
        }
        if (trouble.code() == UNKNOWN_APPLICATION || trouble.code() == UNKNOWN_TENANT) {
            return List.of(new Remedy(
                    "Set AZURE_TENANT_ID to the tenant in which the application is",
                    List.of("az ad sp show --id " + clientId + " --query appOwnerOrganizationId --output tsv"),
                    List.of()));
        }
        if (trouble.summary().contains("federated")) {
            return List.of(new Remedy(
                    "Compare issuer, subject and audience of the machine's token with the application's credentials",
                    List.of("az ad app federated-credential list --id " + clientId),
                    List.of()));
        }
        return trouble.summary().contains("secret") ? List.of(secret(clientId)) : List.of();
    }

    /** A new secret leaves the others as they are. */
    static Remedy secret(String clientId) {
        return new Remedy(
                "Make a new secret for the application, and store it where the old one is",
                List.of("az ad app credential reset --id " + clientId + " --append"),
                List.of());
    }
}
