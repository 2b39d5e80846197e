package io.github.registrymaven.reference;

import java.util.Map;

/** The hosts of what once was Container Registry. */
final class GcrHosts {
    /** Google's cache of Docker Hub, which nobody can push to. */
    static final String MIRROR = "mirror.gcr.io";

    private static final Map<String, String> LOCATIONS =
            Map.of("gcr.io", "us", "us.gcr.io", "us", "eu.gcr.io", "europe", "asia.gcr.io", "asia");

    private GcrHosts() {}

    static boolean serves(String host) {
        return LOCATIONS.containsKey(host) || host.equals(MIRROR);
    }

    static RegistryAddress read(String host, GooglePath path) {
        String location = LOCATIONS.get(host);
        return location == null
                ? new RegistryAddress.Other()
                : new RegistryAddress.Gcr(location, path.project(), host, String.join("/", path.below()));
    }
}
