package io.github.registrymaven.google;

import io.github.registrymaven.reference.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was probably meant by a repository that is not there: one of a similar name beside it, or one of the very name in
 * another location or project. Few places are looked at: those that gcloud takes where none is named, and the multi-regions.
 */
final class NearMisses {
    private static final List<String> MULTI_REGIONS = List.of("us", "europe", "asia");
    private static final int MOST_ELSEWHERE = 6;

    private final ArtifactRegistry registry;
    private final GoogleSettings settings;

    NearMisses(ArtifactRegistry registry, GoogleSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    List<String> of(Place place, Session session) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        List<String> near = NearMiss.of(place.repository(), registry.beside(place, session));
        if (!near.isEmpty()) {
            lines.add("probably meant: " + String.join(", ", near));
        }
        for (Place other : elsewhere(place)) {
            if (registry.look(other, session) instanceof RepositorySeen.There) {
                lines.add("there is one of that name in "
                        + (other.project().equals(place.project())
                                ? other.location() + ", and the host says " + place.location()
                                : "project " + other.project() + ", and the reference says " + place.project()));
            }
        }
        return lines;
    }

    private List<Place> elsewhere(Place place) {
        Set<Place> others = new LinkedHashSet<>();
        if (!place.gcr()) {
            settings.projects().forEach(project -> others.add(place.in(project, place.location())));
            settings.locations().forEach(location -> others.add(place.in(place.project(), location)));
            MULTI_REGIONS.forEach(location -> others.add(place.in(place.project(), location)));
        }
        others.remove(place);
        return others.stream().limit(MOST_ELSEWHERE).toList();
    }
}
