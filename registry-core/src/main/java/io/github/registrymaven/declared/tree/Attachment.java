package io.github.registrymaven.declared.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which resources belong to another, as a lifecycle policy does to its repository.
 *
 * @param certain those that do
 * @param possible those of which it cannot be told
 */
public record Attachment(List<Resource> certain, List<Resource> possible) {
    /** How deep what is handed to an unread part is looked at. */
    private static final int DEPTH = 20;

    /**
     * Of the resources of a type, those whose property names this one: by reference where there is one, otherwise by name. One
     * of another stack may be for another account or region, where a repository may be called the same.
     *
     * @param name what the owner is called; null where that is not known
     */
    public static Attachment to(
            Resource owner, @Nullable String name, Surroundings around, String type, String property) {
        return to(owner, name, around, type, property, UnaryOperator.identity());
    }

    /**
     * The same where the property may hold more than the name.
     *
     * @param shortened takes the name out of the property
     */
    public static Attachment to(
            Resource owner,
            @Nullable String name,
            Surroundings around,
            String type,
            String property,
            UnaryOperator<String> shortened) {
        Stack stack = around.own();
        List<Resource> certain = new ArrayList<>();
        List<Resource> possible = new ArrayList<>();
        for (Resource resource : stack.referring(type, property, owner)) {
            Boolean belongs = belongs(owner, name, resource, resource.get(property), shortened);
            if (belongs == null) {
                possible.add(resource);
            } else if (belongs) {
                (resource.isMadeWith(owner) ? certain : possible).add(resource);
            }
        }
        for (Resource part : stack.all(Stack.UNREAD, Stack.MODELLED)) {
            if (mentions(part.properties(), owner.address(), DEPTH)) {
                possible.add(part);
            }
        }
        possible.addAll(stack.all(Stack.BROKEN));
        possible.addAll(around.all().attachedElsewhere(owner, name, stack, type, property, shortened));
        return new Attachment(certain, possible);
    }

    /** Null where it cannot be told. */
    private static @Nullable Boolean belongs(
            Resource owner, @Nullable String name, Resource other, Node target, UnaryOperator<String> shortened) {
        String reference = target.resource();
        if (reference != null) {
            // Else to what the owner is one of several of.
            return reference.equals(owner.address()) ? Boolean.TRUE : null;
        }
        if (!owner.provider().equals(other.provider())) {
            return false;
        }
        String named = target.text();
        return (named == null || name == null)
                ? null
                : Boolean.valueOf(shortened.apply(named).equals(name));
    }

    private static boolean mentions(Node in, String address, int depth) {
        if (in.resource() != null) {
            return address.equals(in.resource()) || address.startsWith(in.resource() + "[");
        }
        if (depth == 0) {
            return true;
        }
        if (in instanceof Node.Fields object) {
            return object.fields().values().stream().anyMatch(field -> mentions(field, address, depth - 1));
        }
        return in instanceof Node.Items list && list.items().stream().anyMatch(i -> mentions(i, address, depth - 1));
    }
}
