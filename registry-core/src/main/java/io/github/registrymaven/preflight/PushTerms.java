package io.github.registrymaven.preflight;

import org.jspecify.annotations.Nullable;

/**
 * On which terms an image is pushed, as far as the plugin that pushes it sets them itself.
 *
 * @param insecure whether it may speak to the registry over http, or with a certificate that is not trusted
 * @param openTag where the tag is made during the build: how, as a clause; the reference then names no tag
 * @param carrier where not this JVM sends the image: who does, such as {@code docker's daemon}
 * @param byJib whether jib's own plugin sends it, in this JVM, and finds its way by rules of its own
 */
public record PushTerms(
        PushLogin login,
        boolean insecure,
        @Nullable String openTag,
        @Nullable String carrier,
        boolean byJib) {
    /** What holds where a plugin sets nothing itself. */
    public static final PushTerms USUAL = new PushTerms(new PushLogin.Usual(), false, null, null, false);

    /** What holds where jib's plugin is told nothing. */
    public static final PushTerms JIB = new PushTerms(new PushLogin.Jibs(), false, null, null, true);

    /** What holds for an image that a user names, whoever pushes it. */
    public static final PushTerms NAMED = USUAL.with(new PushLogin.Anybody());

    public PushTerms with(PushLogin other) {
        return new PushTerms(other, insecure, openTag, carrier, byJib);
    }

    /** The same, in plain text too where the plugin is allowed that. */
    public PushTerms insecure(boolean allowed) {
        return new PushTerms(login, allowed, openTag, carrier, byJib);
    }

    public PushTerms openTag(@Nullable String how) {
        return new PushTerms(login, insecure, how, carrier, byJib);
    }

    public PushTerms carrier(@Nullable String who) {
        return new PushTerms(login, insecure, openTag, who, byJib);
    }

    /** All of it as text, without what is secret; equal terms have equal texts. */
    public String asked() {
        return String.join(
                " ",
                login.named(),
                String.valueOf(insecure),
                String.valueOf(openTag),
                String.valueOf(carrier),
                String.valueOf(byJib));
    }
}
