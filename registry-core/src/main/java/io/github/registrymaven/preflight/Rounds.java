package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One visit to a registry is made in one manner, with one login for an image. Where two plugins of a build push alike but
 * on different terms, it takes a second round; nearly always there is one.
 */
final class Rounds {
    private final List<RequestedImage> images = new ArrayList<>();
    private final boolean jibGoesItsOwnWay;
    private final Map<String, Boolean> manner = new HashMap<>();
    private final Map<ImageReference, String> logins = new HashMap<>();

    private @Nullable Boolean byJib;

    private Rounds(boolean jibGoesItsOwnWay) {
        this.jibGoesItsOwnWay = jibGoesItsOwnWay;
    }

    /**
     * One round.
     *
     * @param insecureHosts those that may be spoken to in plain text in it
     * @param byJib whether its requests take the way that jib takes
     */
    record Round(List<RequestedImage> images, Set<String> insecureHosts, boolean byJib) {
        Round {
            images = List.copyOf(images);
            insecureHosts = Set.copyOf(insecureHosts);
        }
    }

    /**
     * All images, in as few rounds as their terms allow.
     *
     * @param jibGoesItsOwnWay whether it makes a difference on this machine that jib sends an image
     */
    static List<Round> of(List<RequestedImage> requested, boolean jibGoesItsOwnWay) {
        List<Rounds> rounds = new ArrayList<>();
        for (RequestedImage image : requested) {
            if (rounds.stream().noneMatch(round -> round.takes(image))) {
                Rounds another = new Rounds(jibGoesItsOwnWay);
                another.takes(image);
                rounds.add(another);
            }
        }
        return rounds.stream().map(Rounds::done).toList();
    }

    private boolean takes(RequestedImage image) {
        if (ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid) {
            ImageReference reference = valid.reference();
            String login = image.terms().login().named();
            boolean insecure = isInsecure(image.terms(), reference);
            boolean asJib = jibGoesItsOwnWay && image.terms().byJib();
            if ((byJib != null && byJib != asJib)
                    || manner.getOrDefault(reference.host(), insecure) != insecure
                    || !logins.getOrDefault(reference, login).equals(login)) {
                return false;
            }
            byJib = asJib;
            manner.put(reference.host(), insecure);
            logins.put(reference, login);
        }
        return images.add(image);
    }

    /** Whoever pushes an image that a user names may be docker, which needs no leave on the loopback interface. */
    private static boolean isInsecure(PushTerms terms, ImageReference reference) {
        return terms.insecure() || (terms.login() instanceof PushLogin.Anybody && Loopback.isHost(reference.host()));
    }

    private Round done() {
        Set<String> insecure = new HashSet<>();
        manner.forEach((host, allowed) -> {
            if (allowed) {
                insecure.add(host);
            }
        });
        return new Round(images, insecure, byJib != null && byJib);
    }
}
