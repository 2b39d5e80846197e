package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one repository or image.
 *
 * @param rule the rule's name, as an element of a POM
 * @param subject what it is about: a resource, a repository or an image
 * @param location where that is set, such as {@code infra/main.tf:12}, or the host where it is live
 * @param fact what was found, to be read after the subject
 * @param wanted what was asked for; null where it was found or cannot be judged
 * @param remedies how to get there, in the language of the place
 */
public record Judgement(
        String rule,
        String subject,
        String location,
        Source source,
        Outcome outcome,
        PolicyLevel level,
        String fact,
        @Nullable String wanted,
        List<Remedy> remedies) {
    public Judgement {
        remedies = List.copyOf(remedies);
    }

    // Rules keep what is told of each judgement by it: a record's own is put together from method handles at first use.
    @Override
    public int hashCode() {
        return 31 * rule.hashCode() + subject.hashCode();
    }

    /** All of it in a sentence. */
    public String message() {
        return subject + " " + fact + (wanted == null ? "" : "; wanted: " + wanted);
    }
}
