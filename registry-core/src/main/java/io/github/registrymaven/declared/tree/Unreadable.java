package io.github.registrymaven.declared.tree;

/** Says that a file is not what it should be. It ends the reading of that file, and of no other. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Unreadable(Place at, String message) {
        super(message);
        this.problem = new Problem(at, message);
    }

    public Problem problem() {
        return problem;
    }
}
