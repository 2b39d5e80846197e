package io.github.registrymaven.testkit.aws;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do to what.
 *
 * @param action such as {@code ecr:PutImage}
 * @param context what conditions can ask for; the case of its keys does not matter
 */
record AccessRequest(String action, String resource, Map<String, String> context) {
    AccessRequest {
        context = context.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    @Nullable
    String context(String key) {
        return context.get(key.toLowerCase(Locale.ROOT));
    }

    /** A text with the variables, such as {@code ${aws:username}}, that are known. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> entry : context.entrySet()) {
            filled = filled.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }
}
