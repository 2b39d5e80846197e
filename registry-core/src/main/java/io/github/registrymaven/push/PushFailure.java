package io.github.registrymaven.push;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;

/**
 * Why an image was not pushed.
 *
 * @param summary one sentence with registry and repository in it
 * @param evidence what was seen, and what was left behind, one line each; never a secret
 * @param remedies what mends it, smallest first
 */
public record PushFailure(Cause cause, String summary, List<String> evidence, List<Remedy> remedies) {
    public PushFailure {
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }
}
