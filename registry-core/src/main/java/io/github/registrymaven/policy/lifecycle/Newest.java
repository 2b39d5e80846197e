package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Instants of pushes, in order. */
final class Newest {
    private final Instant[] pushes;

    private Newest(Instant[] pushes) {
        this.pushes = pushes;
    }

    static Newest of(List<InventoryImage> images) {
        Instant[] pushes = images.stream().map(InventoryImage::pushedAt).toArray(Instant[]::new);
        Arrays.sort(pushes);
        return new Newest(pushes);
    }

    int newerThan(Instant push) {
        return pushes.length - after(push);
    }

    /** How many came at that very instant. */
    int pushedAt(Instant push) {
        return after(push) - before(push);
    }

    /** How many are not later. */
    private int after(Instant push) {
        int low = 0;
        int high = pushes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pushes[middle].isAfter(push)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many are earlier. */
    private int before(Instant push) {
        int low = 0;
        int high = pushes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pushes[middle].isBefore(push)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
