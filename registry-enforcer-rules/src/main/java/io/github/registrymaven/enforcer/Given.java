package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.PolicyLevel;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.jspecify.annotations.Nullable;

/** Parameters as a POM gives them: an empty element is null. */
final class Given {
    private Given() {}

    static PolicyLevel level(String rule, String given) throws EnforcerRuleError {
        Telling.oneOf(rule, "policyLevel", given, List.of("minimum", "good", "strict"));
        return Objects.requireNonNull(PolicyLevel.of(given));
    }

    static List<File> files(List<File> given) {
        return given.stream().filter(Objects::nonNull).collect(Collectors.toList());
    }

    static List<String> texts(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .filter(text -> text != null && !text.isBlank())
                        .map(String::strip)
                        .collect(Collectors.toList());
    }
}
