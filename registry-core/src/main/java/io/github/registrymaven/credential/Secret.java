package io.github.registrymaven.credential;

/** A password or token. It cannot print itself; the one way to its value is {@link #reveal()}. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a value that must not be shown. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself: for a request that goes to the host it is for, and for nothing else. */
    public String reveal() {
        return value;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
