package io.github.registrymaven.declared.tree;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where resources will be, as far as the code tells. */
final class Whereabouts {
    private static final List<String> PLACES = List.of("region", "location", "project");

    private Whereabouts() {}

    /** Whether two resources are known to be in different places. */
    static boolean differ(Resource one, Resource other) {
        for (String place : PLACES) {
            String here = text(one, place);
            String there = text(other, place);
            if (here != null && there != null && !here.equals(there)) {
                return true;
            }
        }
        return false;
    }

    /** Azure takes {@code West Europe} for {@code westeurope}. */
    private static @Nullable String text(Resource resource, String place) {
        String text = resource.get(place).text();
        return text == null ? null : text.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
