package io.github.registrymaven.plugin;

import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.explain.SecondLook;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionPreflight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the registry of the image says now, where an image is named; it is asked once. */
final class AskedRegistry {
    private final @Nullable ImageReport report;

    private AskedRegistry(@Nullable ImageReport report) {
        this.report = report;
    }

    static AskedRegistry of(ExplainMojo goal) throws ConfigurationProblem, InterruptedException {
        if (goal.image == null) {
            return new AskedRegistry(null);
        }
        ParsedReference parsed = ImageReference.parse(goal.image);
        if (parsed instanceof ParsedReference.Invalid) {
            throw new ConfigurationProblem("registry.image is '" + goal.image + "', which names no image: "
                    + ((ParsedReference.Invalid) parsed).problem().message());
        }
        List<RequestedImage> requested = List.of(new RequestedImage(goal.image, "registry.image"));
        return new AskedRegistry(new SessionPreflight(goal.session(), goal.decrypter(), goal.repositories())
                .run(new PreflightInput(goal).request(requested))
                .images()
                .get(0));
    }

    Explanation decide(Explanation read) {
        return report == null ? read : SecondLook.at(read, report);
    }
}
