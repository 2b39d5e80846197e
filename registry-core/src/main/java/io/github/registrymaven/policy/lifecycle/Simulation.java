package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
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
     */
    public static Simulation of(
            Provider provider,
            @Nullable LifecyclePolicy policy,
            Instant clock,
            List<InventoryImage> images,
            Set<String> openLists) {
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
                : new Simulation(provider, now, doubtful(policy.fates(images, now), openLists), policy.remarks());
    }

    private static Fate untouched(InventoryImage image) {
        return new Fate(image, Action.KEEP, null, null, "there is no lifecycle policy");
    }

    /** What has no tag may be named by such a list, and then stays as long as the list does. */
    private static List<Fate> doubtful(List<Fate> fates, Set<String> openLists) {
        Set<String> packages = new HashSet<>();
        for (Fate fate : fates) {
            if (openLists.contains(fate.image().digest()) && fate.action() != Action.EXPIRE) {
                packages.add(String.valueOf(fate.image().packageName()));
            }
        }
        return fates.stream()
                .map(fate -> fate.action() == Action.EXPIRE
                                && fate.image().tags().isEmpty()
                                && packages.contains(String.valueOf(fate.image().packageName()))
                        ? new Fate(
                                fate.image(),
                                Action.UNKNOWN,
                                fate.rule(),
                                null,
                                "a manifest list that is kept may name it; otherwise: " + fate.reason())
                        : fate)
                .collect(Collectors.toUnmodifiableList());
    }
}
