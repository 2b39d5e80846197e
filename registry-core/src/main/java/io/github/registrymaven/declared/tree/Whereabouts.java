package io.github.registrymaven.declared.tree;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where resources will be, as far as the code tells. */
public final class Whereabouts {
    /** What a provider of AWS is confined to. It is kept with each of the provider's resources. */
    public static final String ACCOUNTS = "allowed_account_ids";

    private static final String REGION = "region";
    private static final List<String> PLACES = List.of(REGION, "location", "project");

    private Whereabouts() {}

    /** A resource's region; null where it is not known. */
    public static @Nullable String region(Resource resource) {
        return resource.get(REGION).text();
    }

    /** The accounts of AWS of which a resource goes to one; null where that is not known. */
    public static @Nullable Set<String> accounts(Resource resource) {
        Set<String> accounts = new LinkedHashSet<>();
        for (Node account : resource.get(ACCOUNTS).items()) {
            String id = account.text();
            if (id == null) {
                return null;
            }
            accounts.add(id);
        }
        return accounts.isEmpty() ? null : accounts;
    }

    /** Whether two resources are known to be in different places. */
    public static boolean differ(Resource one, Resource other) {
        for (String place : PLACES) {
            String here = text(one, place);
            String there = text(other, place);
            if (here != null && there != null && !here.equals(there)) {
                return true;
            }
        }
        Set<String> ours = accounts(one);
        Set<String> theirs = accounts(other);
        return ours != null && theirs != null && Collections.disjoint(ours, theirs);
    }

    /** Azure takes {@code West Europe} for {@code westeurope}. */
    private static @Nullable String text(Resource resource, String place) {
        String text = resource.get(place).text();
        return text == null ? null : text.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
