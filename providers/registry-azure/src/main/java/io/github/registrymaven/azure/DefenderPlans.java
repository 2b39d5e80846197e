package io.github.registrymaven.azure;

import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the images of a registry are scanned: by one of two plans of Defender's, which are the subscription's. Both scan what is
 * pushed, and again as new vulnerabilities become known.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/defenderforcloud/pricings/get">Pricings</a>
 */
final class DefenderPlans {
    private static final String EXTENSION = "ContainerRegistriesVulnerabilityAssessments";

    private final Manager manager;
    private final String id;

    /** @param id the registry's */
    DefenderPlans(Manager manager, String id) {
        this.manager = manager;
        this.id = id;
    }

    Setting<Scanning> scanning() throws InterruptedException {
        String hidden = "";
        for (String plan : List.of("Containers", "CloudPosture")) {
            Reply reply = manager.plan(id, plan);
            Boolean scans =
                    reply instanceof Reply.Given given ? scans(given.body().at("properties")) : null;
            if (Boolean.TRUE.equals(scans)) {
                return new Setting.Seen<>(
                        new Scanning(Scanning.Mode.CONTINUOUS, "Defender's plan " + plan + ", " + EXTENSION),
                        "GET of Microsoft.Security/pricings/" + plan);
            }
            if (scans == null && hidden.isEmpty()) {
                hidden = "Defender's plan " + plan + " does not show whether it scans images: "
                        + (reply instanceof Reply.None none ? none.words() : "its answer leaves it out");
            }
        }
        return hidden.isEmpty()
                ? new Setting.Seen<>(
                        new Scanning(Scanning.Mode.OFF, "no plan of Defender's scans the images of this subscription"),
                        "GET of Microsoft.Security/pricings")
                : new Setting.Unseen<>(hidden);
    }

    /** Null where the answer does not say it. */
    private static @Nullable Boolean scans(Json properties) {
        String tier = properties.text("pricingTier");
        if ("Free".equals(tier)) {
            return false;
        }
        return properties.list("extensions").stream()
                .filter(each -> EXTENSION.equals(each.text("name")))
                .map(each -> "True".equalsIgnoreCase(each.text("isEnabled")))
                .findFirst()
                .orElse(null);
    }
}
