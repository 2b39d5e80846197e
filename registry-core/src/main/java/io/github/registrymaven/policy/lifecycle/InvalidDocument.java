package io.github.registrymaven.policy.lifecycle;

/** A policy or an inventory that cannot be taken; the message names the field, its place, and the reason. */
public final class InvalidDocument extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    InvalidDocument(String place, String reason) {
        super((place.isEmpty() ? "the document" : place) + " " + reason);
        this.place = place;
        this.reason = reason;
    }

    /** Such as {@code rules[1].selection.countUnit}; empty for the document as a whole. */
    public String place() {
        return place;
    }

    /** Such as {@code is missing}, to be read after the place. */
    public String reason() {
        return reason;
    }
}
