package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.List;

/** What lies in a repository, when, and the policy that is to be tried on it. */
public record Inventory(Provider provider, LifecyclePolicy policy, Instant now, List<InventoryImage> images) {
    /** The longest text that {@link #parse} takes. */
    public static final int LONGEST = 32 * 1024 * 1024;

    public Inventory {
        images = List.copyOf(images);
    }

    /** Reads an inventory file; the message of a refusal begins with the field's place. */
    public static Inventory parse(String text) throws InvalidDocument {
        return InventoryReader.read(text);
    }

    /** What the policy does to each image, in order. */
    public List<Fate> fates() {
        return policy.fates(images, now);
    }

    /** The same with what is to be said of the policy. */
    public Simulation simulation() {
        return new Simulation(provider, now, fates(), policy.remarks());
    }
}
