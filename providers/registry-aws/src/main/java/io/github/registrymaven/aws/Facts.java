package io.github.registrymaven.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What AWS answered about one registry.
 *
 * @param caller who asks
 * @param pusher who pushes, as far as that can be known
 * @param expires when the credentials end that AWS was asked with; null where they do not say
 * @param token whether the caller gets a login for the registry; null where that was not asked
 * @param repositories by name
 * @param listed all repositories of the registry; null where they were not listed
 * @param creation how absent repositories come into being
 * @param simulation of the caller's own policies
 * @param reads what harmless questions came to: null is allowed, by action and repository
 * @param withoutPolicy the repositories of which AWS says that they have no policy of their own
 * @param elsewhere a region in which a repository of the same name is; by name
 */
record Facts(
        Arn caller,
        Pusher pusher,
        @Nullable Instant expires,
        String account,
        @Nullable Answer<String> token,
        Map<String, RepositorySeen> repositories,
        @Nullable List<String> listed,
        Creation creation,
        Simulation simulation,
        Map<String, Read> reads,
        Set<String> withoutPolicy,
        Map<String, String> elsewhere) {
    Facts {
        repositories = Map.copyOf(repositories);
        reads = Map.copyOf(reads);
        withoutPolicy = Set.copyOf(withoutPolicy);
        elsewhere = Map.copyOf(elsewhere);
    }

    /** What a harmless question came to; without trouble the caller may ask it. */
    record Read(@Nullable Trouble trouble) {}

    @Nullable
    Read read(PushAction action, String repository) {
        return reads.get(action.id() + " " + repository);
    }
}
