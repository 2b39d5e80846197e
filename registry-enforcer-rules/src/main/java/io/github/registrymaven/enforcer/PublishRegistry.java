package io.github.registrymaven.enforcer;

import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether a name goes where the module's own plugins push, so that what is named and what is pushed are the same. */
final class PublishRegistry {
    private PublishRegistry() {}

    /** None where the plugins push nothing that is known. */
    static Optional<NameBreach> breach(String written, List<RequestedImage> pushed) {
        ImageReference image = parsed(written);
        TreeMap<String, String> hosts = new TreeMap<>();
        for (RequestedImage each : pushed) {
            ImageReference reference = parsed(each.reference());
            if (reference != null) {
                hosts.putIfAbsent(reference.host(), each.foundIn());
            }
        }
        if (image == null || hosts.isEmpty() || hosts.containsKey(image.host())) {
            return Optional.empty();
        }
        String first = hosts.firstKey();
        return Optional.of(new NameBreach(
                written,
                "goes to " + image.host() + ", and this module pushes to " + String.join(", ", hosts.keySet()),
                List.of(hosts.get(first) + " pushes to " + first),
                "the registry that the module pushes to",
                "name " + first + " in both places, by one property"));
    }

    private static @Nullable ImageReference parsed(String written) {
        ParsedReference parsed = ImageReference.parse(written);
        return parsed instanceof ParsedReference.Valid ? ((ParsedReference.Valid) parsed).reference() : null;
    }
}
