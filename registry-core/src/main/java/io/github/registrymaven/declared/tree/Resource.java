package io.github.registrymaven.declared.tree;

/**
 * A resource that the code would make.
 *
 * @param type its type, such as {@code aws_ecr_repository} or {@code AWS::ECR::Repository}
 * @param address its name for people, unique within its stack
 * @param provider which of several accounts or regions it goes to, in the code's own word; empty where none is told apart
 * @param properties what is set of it
 */
public record Resource(String type, String address, String provider, Node.Fields properties, Place at) {
    /** The property that goes by one of these names. */
    public Node get(String... names) {
        Node found = properties.get(names);
        // What is not written is missing from the resource, whatever of it was written last.
        return found.isNothing() ? new Node.Nothing(at) : found;
    }
}
