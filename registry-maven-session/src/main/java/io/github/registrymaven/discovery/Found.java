package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;
import io.github.registrymaven.preflight.RequestedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the plugins of a project push, and sorts out what is not known before the build. */
final class Found {
    private final List<RequestedImage> images = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> unknown = new HashSet<>();
    private @Nullable String loggingIn;

    /**
     * Of all that is found from now on, a login that is looked up in files may be another one when it is pushed.
     *
     * @param who what may log in before the push; null where nothing may
     */
    void expectLogin(@Nullable String who) {
        loggingIn = who;
    }

    /** Several images may come from one place; one that is pushed twice on equal terms counts once. */
    void image(String place, String reference, PushTerms terms) {
        ImageName name = ImageName.of(reference);
        if (name.repository().contains("${")) {
            if (unknown.add(name.repository())) { // its other tags are not known either
                remark(place + " names " + reference + ", and nothing has set what is in ${} yet: it is not checked");
            }
            return;
        }
        String tag = name.tag();
        if (tag != null && tag.contains("${")) {
            add(new RequestedImage(name.repository(), place, null, terms.openTag(tag + " is set during the build")));
        } else {
            add(new RequestedImage(reference, place, null, terms));
        }
    }

    /** An image whose tag is made during the build. */
    void imageWithOpenTag(String place, String repository, String how, PushTerms terms) {
        image(place, repository, terms.openTag(how));
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    int size() {
        return images.size();
    }

    /** Takes back the images that came after the first few. */
    void forgetBeyond(int first) {
        images.subList(first, images.size()).clear();
    }

    Discovery all() {
        return new Discovery(images, List.copyOf(remarks));
    }

    private RequestedImage withLoginToCome(RequestedImage image) {
        PushLogin login = image.terms().login();
        return loggingIn == null || login instanceof PushLogin.Brought || login instanceof PushLogin.Unseen
                ? image
                : image.with(new PushLogin.Unseen(loggingIn + " runs before it and may log in", login));
    }

    private void add(RequestedImage found) {
        RequestedImage image = withLoginToCome(found);
        boolean known = images.stream()
                .anyMatch(other -> ImageName.of(other.reference()).isSame(ImageName.of(image.reference()))
                        && other.terms().asked().equals(image.terms().asked()));
        if (!known) {
            images.add(image);
        }
    }
}
