package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.PolicyLevel;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.jspecify.annotations.Nullable;

/** Parameters as a POM gives them: an empty element is null. */
final class Given {
    private Given() {}

    static PolicyLevel level(String rule, String given) throws EnforcerRuleError {
        Telling.oneOf(rule, "policyLevel", given, List.of("minimum", "good", "strict"));
        return Objects.requireNonNull(PolicyLevel.of(given));
    }

    /** Paths. An element that is called like one of another kind is of that kind, whatever the list is of. */
    static List<File> files(@Nullable List<?> given) {
        List<File> files = new ArrayList<>();
        for (Object element : given == null ? List.of() : given) {
            File file = element instanceof Folder ? ((Folder) element).path() : null;
            if (element instanceof File) {
                file = (File) element;
            } else if (element instanceof Image && !element.toString().isEmpty()) {
                file = new File(element.toString());
            }
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    /** Elements of any type, as they were written. */
    static List<String> texts(@Nullable List<?> given) {
        List<String> texts = new ArrayList<>();
        for (Object element : given == null ? List.of() : given) {
            String text = element == null ? "" : element.toString().strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
