package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file of Bicep declares, gathered while it is read. Not thread-safe. */
final class BicepContents {
    private final Map<String, Expression> values = new HashMap<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private final List<BicepResource> resources = new ArrayList<>();
    private final List<BicepModule> modules = new ArrayList<>();
    private @Nullable String template;

    /**
     * @param value null where a parameter has no default
     */
    void value(String name, @Nullable Expression value, boolean parameter) {
        if (value != null) {
            values.put(name, value);
        }
        if (parameter) {
            parameters.add(name);
        }
    }

    /** Of a file of parameters, the path of the template they are for. */
    void use(String path) {
        template = path;
    }

    /** A variable, or a parameter's default; null where there is none. */
    @Nullable
    Expression value(String name) {
        return values.get(name);
    }

    Set<String> parameters() {
        return parameters;
    }

    List<BicepResource> resources() {
        return resources;
    }

    List<BicepModule> modules() {
        return modules;
    }

    @Nullable
    String template() {
        return template;
    }
}
