package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy, tried.
 *
 * @param fates one for each image
 * @param remarks what about the policy is probably not meant
 */
public record Simulation(Provider provider, Instant now, List<Fate> fates, List<Remark> remarks) {
    private static final Remark NONE = new Remark(
            Remark.Kind.DELETES_NOTHING, "a lifecycle policy", "is not set: nothing is ever deleted by itself");

    public Simulation {
        fates = List.copyOf(fates);
        remarks = List.copyOf(remarks);
    }

    /**
     * Tries the policy of a live repository.
     *
     * @param policy null where there is none
     * @param clock this machine's time; a registry's may be a little ahead of it
     * @param openLists digests of manifest lists of which it is not known what they name
     * @param referrers digests of what hangs on another image, and goes with it
     */
    public static Simulation of(
            Provider provider,
            @Nullable LifecyclePolicy policy,
            Instant clock,
            List<InventoryImage> images,
            Set<String> openLists,
            Set<String> referrers) {
        Instant now = images.stream()
                .map(InventoryImage::pushedAt)
                .filter(pushed -> pushed.isAfter(clock))
                .max(Comparator.naturalOrder())
                .orElse(clock);
        return policy == null
                ? new Simulation(
                        provider,
                        now,
                        images.stream().map(Simulation::untouched).toList(),
                        List.of(NONE))
                : new Simulation(
                        provider, now, doubtful(policy.fates(images, now), openLists, referrers), policy.remarks());
    }

    private static Fate untouched(InventoryImage image) {
        return new Fate(image, Action.KEEP, null, null, "there is no lifecycle policy");
    }

    /** What such a list may name, and what hangs on another image, goes with that and not by a rule about itself. */
    private static List<Fate> doubtful(List<Fate> fates, Set<String> openLists, Set<String> referrers) {
        Set<String> packages = fates.stream()
                .filter(fate -> openLists.contains(fate.image().digest()) && fate.action() != Action.EXPIRE)
                .map(fate -> String.valueOf(fate.image().packageName()))
                .collect(Collectors.toSet());
        return fates.stream()
                .map(fate -> {
                    InventoryImage image = fate.image();
                    if (fate.action() != Action.EXPIRE) {
                        return fate;
                    }
                    if (referrers.contains(image.digest())) {
                        return open(fate, "it hangs on another image, and goes with that");
                    }
                    return packages.contains(String.valueOf(image.packageName()))
                            ? open(fate, "a manifest list that is kept may name it")
                            : fate;
                })
                .collect(Collectors.toUnmodifiableList());
    }

    private static Fate open(Fate fate, String why) {
        return new Fate(fate.image(), Action.UNKNOWN, fate.rule(), null, why + "; otherwise: " + fate.reason());
    }
}
