package io.github.registrymaven.policy.lifecycle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No registry removes an image that a manifest list names before it removes the list. */
final class Referenced {
    private Referenced() {}

    /** The fates, but what a list needs stays as long as the list does. */
    static List<Fate> spare(List<Fate> fates) {
        if (fates.stream().allMatch(fate -> fate.image().manifests().isEmpty())) {
            return fates;
        }
        List<Fate> spared = new ArrayList<>(fates);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < spared.size(); i++) {
            places.put(spared.get(i).image().key(), i);
        }
        // What is surely kept first: it settles what an unknown list leaves open.
        spread(spared, places, false);
        spread(spared, places, true);
        return spared;
    }

    private static void spread(List<Fate> fates, Map<String, Integer> places, boolean unsure) {
        Deque<Fate> lists = new ArrayDeque<>();
        for (Fate fate : fates) {
            if (fate.action() != Action.EXPIRE && (fate.action() == Action.UNKNOWN) == unsure) {
                lists.add(fate);
            }
        }
        while (!lists.isEmpty()) {
            Fate list = lists.remove();
            for (String digest : list.image().manifests()) {
                Integer place = places.get(list.image().packageName() + "@" + digest);
                if (place != null && fates.get(place).action() == Action.EXPIRE) {
                    Fate held = held(fates.get(place), list, unsure);
                    fates.set(place, held);
                    lists.add(held);
                }
            }
        }
    }

    private static Fate held(Fate fate, Fate list, boolean unsure) {
        String name = list.image().tags().isEmpty()
                ? list.image().digest()
                : list.image().tags().get(0);
        return new Fate(
                fate.image(),
                unsure ? Action.UNKNOWN : Action.KEEP,
                fate.rule(),
                null,
                "the manifest list " + Shown.text(name) + (unsure ? " may stay and need it" : " needs it")
                        + "; otherwise: " + fate.reason());
    }
}
