package io.github.registrymaven.declared.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All stacks that were read. Immutable. */
public final class Stacks {
    private final List<Stack> stacks;
    private final Map<List<String>, Strays> strays = new ConcurrentHashMap<>();

    public Stacks(List<Stack> stacks) {
        this.stacks = List.copyOf(stacks);
    }

    public List<Stack> all() {
        return stacks;
    }

    /** The resources of these types that other stacks than this one make. */
    public Stream<Resource> beyond(Stack own, String... types) {
        return stacks.stream().filter(other -> !other.equals(own)).flatMap(other -> other.of(types));
    }

    /**
     * What another stack may attach to a resource: it knows that by its name, as by a data source, or by what is not known.
     *
     * @param name what the resource is called; null where that is not known
     * @param shortened takes the name out of the property
     */
    List<Resource> attachedElsewhere(
            Resource owner,
            @Nullable String name,
            Stack own,
            String type,
            String property,
            UnaryOperator<String> shortened) {
        return strays.computeIfAbsent(List.of(type, property), asked -> new Strays(stacks, type, property, shortened))
                .of(name)
                .filter(stray -> !stray.stack().equals(own) && !Whereabouts.differ(owner, stray.resource()))
                .filter(stray -> name == null || !hasNamesake(stray.stack(), owner.type(), name))
                .map(Stray::resource)
                .toList();
    }

    /** What a stack sets by name is for its own resource of that name where it has one. */
    private static boolean hasNamesake(Stack stack, String type, String name) {
        return stack.of(type)
                .anyMatch(other -> name.equals(
                        other.get("name", "RepositoryName", "repository_id").text()));
    }

    /** What is about nothing that its own stack makes. */
    private record Stray(Stack stack, Resource resource) {}

    /** To look through all stacks for each repository would take as long as there are many of both. */
    private static final class Strays {
        private final List<Stray> all = new ArrayList<>();
        private final List<Stray> unnamed = new ArrayList<>();
        private final Map<String, List<Stray>> byName = new HashMap<>();

        Strays(List<Stack> stacks, String type, String property, UnaryOperator<String> shortened) {
            for (Stack stack : stacks) {
                Set<String> made = stack.all(type).isEmpty() ? Set.of() : made(stack);
                for (Resource resource : stack.all(type)) {
                    Node target = resource.get(property);
                    String reference = target.resource();
                    if (reference == null || !made.contains(reference)) {
                        add(new Stray(stack, resource), target.text(), shortened);
                    }
                }
            }
        }

        private void add(Stray stray, @Nullable String written, UnaryOperator<String> shortened) {
            all.add(stray);
            if (written == null) {
                unnamed.add(stray);
            } else {
                byName.computeIfAbsent(shortened.apply(written), name -> new ArrayList<>())
                        .add(stray);
            }
        }

        Stream<Stray> of(@Nullable String name) {
            return name == null
                    ? all.stream()
                    : Stream.concat(byName.getOrDefault(name, List.of()).stream(), unnamed.stream());
        }

        /** By their addresses, and by those of the many that each is one of. */
        private static Set<String> made(Stack stack) {
            Set<String> made = new HashSet<>();
            for (Resource resource : stack.resources()) {
                String address = resource.address();
                if (!resource.type().equals(Stack.UNREAD) && made.add(address)) {
                    for (int index = address.indexOf('['); index >= 0; index = address.indexOf('[', index + 1)) {
                        made.add(address.substring(0, index));
                    }
                }
            }
            return made;
        }
    }
}
