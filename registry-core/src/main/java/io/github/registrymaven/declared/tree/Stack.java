package io.github.registrymaven.declared.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is applied together: a Terraform root module with all below it, or one template. Immutable. */
public final class Stack {
    /** The type of a part that was not read, such as a module from elsewhere. Its properties are what it is given. */
    public static final String UNREAD = "(unread)";

    /** The type of a file that could not be read: anything may be declared in it. */
    public static final String BROKEN = "(broken)";

    private final String origin;
    private final List<Resource> resources;
    /** Each resource of a stack looks for others of a few types, and stacks may be large. */
    private final Map<String, List<Resource>> byType = new HashMap<>();

    /**
     * @param origin where it begins, for people
     */
    public Stack(String origin, List<Resource> resources) {
        this.origin = origin;
        this.resources = List.copyOf(resources);
        this.resources.forEach(resource -> byType.computeIfAbsent(resource.type(), type -> new ArrayList<>())
                .add(resource));
    }

    public String origin() {
        return origin;
    }

    public List<Resource> resources() {
        return resources;
    }

    /** The resources of these types, type by type in the order of the files. */
    public Stream<Resource> of(String... types) {
        return Stream.of(types).flatMap(type -> byType.getOrDefault(type, List.of()).stream());
    }
}
