package io.github.registrymaven.declared.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is applied together: a Terraform root module with all below it, or one template. Immutable. */
public final class Stack {
    /** The type of a part that was not read, such as a module from elsewhere. Its properties are what it is given. */
    public static final String UNREAD = "(unread)";

    /** The same where it is known which resources it makes. What it is given it may attach something to all the same. */
    public static final String MODELLED = "(modelled)";

    /** The type of a file that could not be read: anything may be declared in it. */
    public static final String BROKEN = "(broken)";

    private final String origin;
    private final List<Resource> resources;
    /** Each resource of a stack looks for others of a few types, and stacks may be large. */
    private final Map<String, List<Resource>> byType = new HashMap<>();

    private final Map<List<String>, References> references = new ConcurrentHashMap<>();

    /**
     * @param origin where it begins, for people
     */
    public Stack(String origin, List<Resource> resources) {
        this.origin = origin;
        this.resources = List.copyOf(resources);
        for (Resource resource : resources) {
            byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
        }
    }

    /**
     * Stands for all that may be declared somewhere and is not known of.
     *
     * @param what that is, for people
     */
    public static Resource broken(String what, Place at) {
        return new Resource(BROKEN, what, "", new Node.Fields(Map.of(), at), at);
    }

    public String origin() {
        return origin;
    }

    public List<Resource> resources() {
        return resources;
    }

    /** The resources of these types, type by type in the order of the files. */
    public List<Resource> all(String... types) {
        List<Resource> all = new ArrayList<>();
        for (String type : types) {
            all.addAll(byType.getOrDefault(type, List.of()));
        }
        return all;
    }

    /** The same, to be chosen from. */
    public Stream<Resource> of(String... types) {
        return all(types).stream();
    }

    /**
     * Those of a type whose property may be about a resource: it refers to that, or to what that is one of several of, or to no
     * resource. In the order of the files.
     */
    List<Resource> referring(String type, String property, Resource to) {
        return references
                .computeIfAbsent(
                        List.of(type, property),
                        asked -> new References(byType.getOrDefault(type, List.of()), property))
                .to(to.address());
    }

    /** To look at each policy for each repository would take as long as there are many of both. */
    private static final class References {
        private final List<Resource> all;
        /** Where in the list those are that refer to an address; to none, by the empty one. */
        private final Map<String, List<Integer>> byAddress = new HashMap<>();

        References(List<Resource> all, String property) {
            this.all = all;
            for (int position = 0; position < all.size(); position++) {
                String address = all.get(position).get(property).resource();
                byAddress
                        .computeIfAbsent(address == null ? "" : address, unseen -> new ArrayList<>())
                        .add(position);
            }
        }

        List<Resource> to(String address) {
            TreeSet<Integer> positions = new TreeSet<>(byAddress.getOrDefault("", List.of()));
            positions.addAll(byAddress.getOrDefault(address, List.of()));
            for (int index = address.indexOf('['); index >= 0; index = address.indexOf('[', index + 1)) {
                positions.addAll(byAddress.getOrDefault(address.substring(0, index), List.of()));
            }
            List<Resource> found = new ArrayList<>(positions.size());
            for (int position : positions) {
                found.add(all.get(position));
            }
            return found;
        }
    }
}
