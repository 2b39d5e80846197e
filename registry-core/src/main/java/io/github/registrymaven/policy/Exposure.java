package io.github.registrymaven.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who beyond its owner may reach a repository.
 *
 * @param reach how far it is open
 * @param openings what opens it, one line each, in the provider's own words; empty where nothing does
 * @param closable whether its owner can name networks at all, which is for the SKU to say (ACR); null where that is not known
 */
public record Exposure(
        Reach reach, List<String> openings, @Nullable Boolean closable) {
    public Exposure {
        openings = List.copyOf(openings);
    }

    /** Of what can be closed. */
    public Exposure(Reach reach, List<String> openings) {
        this(reach, openings, true);
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
