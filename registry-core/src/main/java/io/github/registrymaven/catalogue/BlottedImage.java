package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.KnownNames;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image in whose name something is blotted out: CI systems do so with whatever is a secret of theirs, such as the account in
 * {@code ***.dkr.ecr.eu-west-1.amazonaws.com/app}, and people with their own names. The rest still tells whose registry it is.
 *
 * @param kind of its registry
 * @param names that are left of it
 * @param blanks what stands in a command for those that are not
 */
record BlottedImage(RegistryKind kind, Map<String, String> names, Map<String, String> blanks) {
    private static final String ECR = ".dkr.ecr.";
    private static final String ACR = ".azurecr.";
    /** What a host says that does not name whose it is. */
    private static final Set<String> OF_A_HOST = Set.of("region", "partition", "location");

    /** What is left of an image, or of a host; null where that is not even the kind of registry. */
    static @Nullable BlottedImage of(String written) {
        int slash = written.indexOf('/');
        String host = slash < 0 ? written : written.substring(0, slash);
        String path = slash < 0 ? "" : written.substring(slash);
        int ecr = host.indexOf(ECR);
        if (ecr >= 0) {
            return ecr(host.substring(ecr + ECR.length()), path);
        }
        int acr = host.indexOf(ACR);
        if (acr >= 0) {
            String suffix = host.substring(acr);
            return of("registry" + suffix, path, Map.of(), Map.of("host", "REGISTRY" + suffix));
        }
        boolean isHost = host.indexOf('.') > 0 || host.indexOf(':') > 0;
        return isHost && slash > 0 ? of(host, path, Map.of("host", host), Map.of()) : null;
    }

    private static @Nullable BlottedImage ecr(String behind, String path) {
        int dot = behind.indexOf('.');
        String region = dot < 0 ? behind : behind.substring(0, dot);
        String suffix = dot < 0 ? ".amazonaws.com" : behind.substring(dot);
        BlottedImage known = of("000000000000" + ECR + region + suffix, path, Map.of(), Map.of());
        if (known != null && known.kind() == RegistryKind.ECR) {
            return new BlottedImage(known.kind(), known.names(), Map.of("host", "ACCOUNT" + ECR + region + suffix));
        }
        return new BlottedImage(RegistryKind.ECR, Map.of(), Map.of("host", "ACCOUNT" + ECR + "REGION.amazonaws.com"));
    }

    /** With a host in which nothing is blotted out any more. */
    private static @Nullable BlottedImage of(
            String host, String path, Map<String, String> hostNames, Map<String, String> blanks) {
        ImageReference whole = ImageReference.parse(host + path).orNull();
        ImageReference registry =
                whole == null ? ImageReference.parse(host + "/x").orNull() : whole;
        if (registry == null) {
            return null;
        }
        Map<String, String> names = new LinkedHashMap<>(hostNames);
        KnownNames.of(registry).values().forEach((name, value) -> {
            if (OF_A_HOST.contains(name)) {
                names.put(name, value);
            }
        });
        if (whole != null && !path.isEmpty()) {
            names.put("repository", whole.repository());
            if (path.indexOf(':') > 0 && whole.tag() != null) {
                names.put("tag", whole.tag());
            }
        }
        return new BlottedImage(registry.kind(), names, blanks);
    }
}
