package io.github.registrymaven.enforcer;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters as a POM gives them: an empty element is null. */
final class Given {
    private Given() {}

    static List<String> texts(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .filter(text -> text != null && !text.isBlank())
                        .map(String::strip)
                        .collect(Collectors.toList());
    }
}
