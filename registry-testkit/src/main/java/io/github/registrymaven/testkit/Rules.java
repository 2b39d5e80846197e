package io.github.registrymaven.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a registry is kept: immutable tags, read-only mode, quotas, repositories that must exist. */
final class Rules {
    volatile boolean readOnly;
    volatile boolean createsOnPush = true;
    volatile @Nullable ControlPlane plane;
    private final List<Pattern[]> immutable = new ArrayList<>();
    private final Map<String, Long> quotas = new ConcurrentHashMap<>();

    void immutableTags(String repositories, String tags) {
        immutable.add(new Pattern[] {Wildcard.pattern(repositories), Wildcard.pattern(tags)});
    }

    void quota(String repository, long bytes) {
        quotas.put(repository, bytes);
    }

    /** Refuses what a read-only registry refuses: docker-registry answers 405 UNSUPPORTED. */
    void checkWritable() throws Refused {
        if (readOnly) {
            throw new Refused(405, "UNSUPPORTED", "The operation is unsupported.");
        }
    }

    void checkExists(Store store, String repository) throws Refused {
        if (!createsOnPush && store.find(repository) == null) {
            throw new Refused(
                    404,
                    "NAME_UNKNOWN",
                    "The repository with name '" + repository + "' does not exist in the registry");
        }
    }

    void checkQuota(Store store, String repository) throws Refused {
        Long quota = quotas.get(repository);
        Store.Repository held = store.find(repository);
        if (quota != null && (held == null ? 0 : held.bytes.get()) >= quota) {
            throw new Refused(403, "DENIED", "You have exceeded your storage quota of " + quota + " bytes");
        }
    }

    boolean mountsBlobs() {
        ControlPlane asked = plane;
        return asked == null || asked.mountsBlobs();
    }

    /** Refuses to move an immutable tag to another digest, and whoever may not make or move tags. */
    void checkTag(@Nullable String authorization, String repository, Store.Repository held, String tag, String digest)
            throws Refused {
        String current = held.tags.get(tag);
        ControlPlane asked = plane;
        if (asked != null && !digest.equals(current)) {
            asked.allowTag(authorization, repository, tag, current != null);
        }
        if (current == null || current.equals(digest)) {
            return;
        }
        if (asked != null) {
            asked.checkTagMoves(repository, tag);
        }
        for (Pattern[] rule : immutable) {
            if (rule[0].matcher(repository).matches() && rule[1].matcher(tag).matches()) {
                throw new Refused(
                        400,
                        "TAG_INVALID",
                        "The image tag '" + tag + "' already exists in the '" + repository
                                + "' repository and cannot be overwritten because the tag is immutable.");
            }
        }
    }
}
