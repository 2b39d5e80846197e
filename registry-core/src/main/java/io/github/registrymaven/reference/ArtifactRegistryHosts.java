package io.github.registrymaven.reference;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts of Artifact Registry: one for each location. */
final class ArtifactRegistryHosts {
    /** The second suffix is that of the sovereign cloud which S3NS runs in France. */
    private static final Pattern HOST =
            Pattern.compile("(?<location>[a-z0-9]+(?:-[a-z0-9]+)*)-docker\\.(?:pkg\\.dev|s3nsregistry\\.fr)");

    private ArtifactRegistryHosts() {}

    static boolean serves(String host) {
        return HOST.matcher(host).matches();
    }

    static RegistryAddress read(String host, GooglePath path) {
        Matcher matcher = HOST.matcher(host);
        List<String> below = path.below();
        return matcher.matches()
                ? new RegistryAddress.ArtifactRegistry(
                        matcher.group("location"),
                        path.project(),
                        below.isEmpty() ? "" : below.get(0),
                        below.isEmpty() ? "" : String.join("/", below.subList(1, below.size())))
                : new RegistryAddress.Other();
    }
}
