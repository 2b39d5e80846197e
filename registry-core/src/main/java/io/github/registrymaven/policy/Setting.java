package io.github.registrymaven.policy;

/**
 * One setting of a repository. What could not be read is told apart from what is not there, and both from what this
 * registry cannot have.
 */
public sealed interface Setting<T> {
    /**
     * It is set so.
     *
     * @param at where it is set, such as {@code infra/main.tf:12}; where it is live, the API's answer that holds it
     */
    record Seen<T>(T value, String at) implements Setting<T> {}

    /**
     * It could not be read.
     *
     * @param reason why it could not be read, as part of a sentence: {@code ecr:GetLifecyclePolicy was denied}
     */
    record Unseen<T>(String reason) implements Setting<T> {}

    /**
     * There is no such setting here.
     *
     * @param reason why there is no such setting here: {@code retention needs the Premium SKU}
     */
    record Inapplicable<T>(String reason) implements Setting<T> {}
}
