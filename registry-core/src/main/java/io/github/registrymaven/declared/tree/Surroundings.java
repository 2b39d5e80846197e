package io.github.registrymaven.declared.tree;

/**
 * A stack among all that were read: what belongs to a resource of it may be declared in another one.
 *
 * @param own the stack itself
 * @param all with the stack itself
 */
public record Surroundings(Stack own, Stacks all) {}
