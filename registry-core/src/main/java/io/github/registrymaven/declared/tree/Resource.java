package io.github.registrymaven.declared.tree;

import org.jspecify.annotations.Nullable;

/**
 * A resource that the code would make.
 *
 * @param type its type, such as {@code aws_ecr_repository} or {@code AWS::ECR::Repository}
 * @param address its name for people, unique within its stack
 * @param provider which of several accounts or regions it goes to, in the code's own word; empty where none is told apart
 * @param doubt why it may not be made; null where it is
 * @param properties what is set of it
 */
public record Resource(
        String type,
        String address,
        String provider,
        @Nullable Doubt doubt,
        Node.Fields properties,
        Place at) {
    /** The property under which a resource of a module that is not read has the call that makes it: what is changed is the call. */
    public static final String CALL = "(call)";

    /** What is made in any case. */
    public Resource(String type, String address, String provider, Node.Fields properties, Place at) {
        this(type, address, provider, null, properties, at);
    }

    /** The same where something more has to hold for it to be made. */
    public Resource doubted(@Nullable Doubt more) {
        return more == null ? this : new Resource(type, address, provider, Doubt.both(more, doubt), properties, at);
    }

    /** What the code calls it, for people: of a module that is not read, the call. */
    public String subject() {
        String call = properties.get(CALL).text();
        return call == null ? address : call;
    }

    /** Whether it is there where another one is. */
    public boolean isMadeWith(Resource other) {
        return doubt == null || doubt.isSettledBy(other);
    }

    /** Why it may not be made, with the place; null where it is. */
    public @Nullable String doubtInWords() {
        return doubt == null ? null : doubt.reason() + " (" + doubt.at() + ")";
    }

    /** The property that goes by one of these names. */
    public Node get(String... names) {
        Node found = properties.get(names);
        // What is not written is missing from the resource, whatever of it was written last.
        return found.isNothing() ? new Node.Nothing(at) : found;
    }
}
