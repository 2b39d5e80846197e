package io.github.registrymaven.policy;

import java.util.List;

/**
 * Who beyond its owner may reach a repository.
 *
 * @param reach how far it is open
 * @param openings what opens it, one line each, in the provider's own words; empty where nothing does
 */
public record Exposure(Reach reach, List<String> openings) {
    public Exposure {
        openings = List.copyOf(openings);
    }

    /** From the least to the most. */
    public enum Reach {
        /** Only over networks that its owner named. */
        PRIVATE_NETWORK,
        /** Over any network, and only by principals that its owner named. */
        NAMED_PRINCIPALS,
        /** By every customer of the cloud who logs in. */
        ANY_ACCOUNT,
        /** By everybody, without a login. */
        ANONYMOUS
    }
}
