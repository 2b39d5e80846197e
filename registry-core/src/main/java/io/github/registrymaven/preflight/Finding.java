package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check came to.
 *
 * @param id the check's name, such as {@code push-permission}
 * @param stage the rung of the ladder it stands on
 * @param cause why the push would fail; present with {@code fail}, and with {@code unknown} where it is known
 * @param summary one sentence, with registry and repository in it where it is bad news
 * @param evidence what was seen, one line each; never a secret
 * @param unverified what was not proven although the verdict is {@code pass}
 * @param remedies what mends it, smallest first
 */
public record Finding(
        String id,
        Stage stage,
        Verdict verdict,
        @Nullable Cause cause,
        String summary,
        List<String> evidence,
        List<String> unverified,
        List<Remedy> remedies,
        long durationMillis) {
    public Finding {
        evidence = List.copyOf(evidence);
        unverified = List.copyOf(unverified);
        remedies = List.copyOf(remedies);
    }

    /** A finding with nothing but its sentence; the other methods add to it. */
    public static Finding of(String id, Stage stage, Verdict verdict, String summary) {
        return new Finding(id, stage, verdict, null, summary, List.of(), List.of(), List.of(), 0);
    }

    public Finding because(Cause why) {
        return new Finding(id, stage, verdict, why, summary, evidence, unverified, remedies, durationMillis);
    }

    /** The same with further lines of evidence. */
    public Finding seeing(List<String> lines) {
        List<String> all = new ArrayList<>(evidence);
        all.addAll(lines);
        return new Finding(id, stage, verdict, cause, summary, all, unverified, remedies, durationMillis);
    }

    public Finding seeing(String... lines) {
        return seeing(List.of(lines));
    }

    public Finding notProving(String... actions) {
        return new Finding(id, stage, verdict, cause, summary, evidence, List.of(actions), remedies, durationMillis);
    }

    public Finding mendedBy(List<Remedy> ways) {
        return new Finding(id, stage, verdict, cause, summary, evidence, unverified, ways, durationMillis);
    }

    public Finding took(long millis) {
        return new Finding(id, stage, verdict, cause, summary, evidence, unverified, remedies, millis);
    }
}
