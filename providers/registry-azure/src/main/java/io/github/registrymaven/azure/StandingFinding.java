package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What else Resource Manager tells of a registry, and what becomes of an image there once it is pushed. */
final class StandingFinding {
    private final Place place;
    private final Facts facts;

    StandingFinding(Place place, Facts facts) {
        this.place = place;
        this.facts = facts;
    }

    /** Null where Resource Manager shows nothing. */
    @Nullable
    Finding of(Sight sight) {
        RegistrySeen.Shown shown = facts.shown();
        if (shown == null) {
            return null;
        }
        List<String> seen = new ArrayList<>();
        add(seen, "SKU", shown.sku());
        add(seen, "zoneRedundancy", shown.properties().text("zoneRedundancy"));
        String quarantine =
                shown.properties().at("policies").at("quarantinePolicy").text("status");
        add(seen, "quarantinePolicy", quarantine);
        if (hasLostItsKey(shown)) {
            return finding(Verdict.WARN, place.host() + " reads its key with an identity that it no longer has")
                    .seeing(seen)
                    .seeing("encryption.keyVaultProperties.identity is none of the registry's identities")
                    .mendedBy(List.of(new Remedy(
                            "Let it read its key with another identity",
                            List.of("az acr encryption rotate-key --name " + place.name()
                                    + " --key-encryption-key KEY --identity IDENTITY"),
                            List.of())));
        }
        if (!"enabled".equalsIgnoreCase(quarantine)) {
            return finding(Verdict.PASS, place.host() + " is shown by Resource Manager")
                    .seeing(seen);
        }
        return finding(
                        Verdict.WARN,
                        sight.image().name() + " is in quarantine after a push, until somebody releases it")
                .seeing(seen)
                .seeing("nobody pulls an image in quarantine but those with a role for it")
                .mendedBy(List.of(new Remedy(
                        "See what is in quarantine, and who releases it",
                        List.of("az acr show --name " + place.name() + " --query policies.quarantinePolicy"),
                        List.of())));
    }

    /** As {@code az acr check-health} finds out: without its key a registry gives nothing out, and soon takes nothing. */
    private static boolean hasLostItsKey(RegistrySeen.Shown shown) {
        Json encryption = shown.properties().at("encryption");
        String reader = encryption.at("keyVaultProperties").text("identity");
        if (!"enabled".equalsIgnoreCase(encryption.text("status")) || reader == null || reader.isEmpty()) {
            return false;
        }
        Json identity = shown.resource().at("identity");
        // Resource Graph's row, which leaves the identity out, is no evidence.
        if (identity.isEmpty()) {
            return false;
        }
        return reader.equalsIgnoreCase("system")
                ? identity.text("principalId") == null
                : identity.at("userAssignedIdentities").each().stream()
                        .noneMatch(each -> reader.equalsIgnoreCase(each.text("clientId")));
    }

    private static void add(List<String> seen, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            seen.add(name + " is " + value + ", says Resource Manager");
        }
    }

    private static Finding finding(Verdict verdict, String summary) {
        return Finding.of("registry-standing", Stage.REPOSITORY, verdict, summary);
    }
}
