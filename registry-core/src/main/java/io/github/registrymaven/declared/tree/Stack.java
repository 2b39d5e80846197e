package io.github.registrymaven.declared.tree;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is applied together: a Terraform root module with all below it, or one template.
 *
 * @param origin where it begins, for people
 */
public record Stack(String origin, List<Resource> resources) {
    /** The type of a part that was not read, such as a module from elsewhere. Its properties are what it is given. */
    public static final String UNREAD = "(unread)";

    /** The type of a file that could not be read: anything may be declared in it. */
    public static final String BROKEN = "(broken)";

    public Stack {
        resources = List.copyOf(resources);
    }

    public Stream<Resource> of(String... types) {
        return resources.stream().filter(resource -> List.of(types).contains(resource.type()));
    }
}
