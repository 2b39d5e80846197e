package io.github.registrymaven.declared.tree;

/**
 * Why a file, or a part of it, was not read.
 *
 * @param at where reading it ended
 * @param message what was expected, or what is wrong, as a sentence without its full stop
 */
public record Problem(Place at, String message) {
    /** For people: {@code infra/main.tf:12: expected '}' to close the block}. */
    @Override
    public String toString() {
        return at + ": " + message;
    }
}
