package io.github.registrymaven.diagnosis;

import io.github.registrymaven.reference.RegistryKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that a diagnosis is about, to be filled into its remedies.
 *
 * @param kind the kind of registry, which decides which remedies fit
 * @param values by name: {@code host}, {@code repository}, {@code tag}, {@code principal}, {@code account}, {@code region} …;
 *     {@code scheme} where the registry is not spoken to over https
 * @param tools what pushes and what runs the push ({@code kaniko}, {@code gitlab-ci}), where that is known
 */
public record Facts(RegistryKind kind, Map<String, String> values, Set<String> tools) {
    public Facts {
        values = Map.copyOf(values);
        tools = Set.copyOf(tools);
    }

    /** Of a push by whatever tool. */
    public Facts(RegistryKind kind, Map<String, String> values) {
        this(kind, values, Set.of());
    }

    /** Nothing is known, not even the registry. */
    public static Facts none() {
        return new Facts(RegistryKind.GENERIC, Map.of());
    }

    /** The same with one more; nothing changes where the value is not known. */
    public Facts with(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Facts(kind, more, tools);
    }
}
