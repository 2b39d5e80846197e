package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.List;

/** A provider's policy, read and found valid. Immutable. */
public sealed interface LifecyclePolicy permits EcrPolicy, CleanupPolicies, AcrPolicy {
    /** What the policy does to each image of an inventory at this time, in the inventory's order. */
    List<Fate> fates(List<InventoryImage> images, Instant now);

    /** What it will do to an image that is pushed now. */
    Outlook outlook(Pushed pushed);

    /** What about it is probably not meant, whatever the images. */
    List<Remark> remarks();

    /** Whether it has a rule that could ever delete an image with a tag. */
    boolean boundsTagged();

    /** Reads a policy in its provider's own language; the message of a refusal begins with the field's place. */
    static LifecyclePolicy parse(Provider provider, String document, boolean dryRun) throws InvalidDocument {
        return provider.read(Field.parse(document, ""), dryRun);
    }
}
