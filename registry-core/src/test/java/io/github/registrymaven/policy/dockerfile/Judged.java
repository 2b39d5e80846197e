package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.ReadDockerfile;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A Dockerfile and what a rule says of it, a line each: {@code fail 3 runs mvn package ...}. */
record Judged(String rule, PolicyLevel level, Set<String> without, boolean contextIsNarrowed) {
    static Judged by(String rule, PolicyLevel level) {
        return new Judged(rule, level, Set.of(), true);
    }

    List<String> of(String... lines) {
        return judgements(lines).stream()
                .map(judgement -> judgement.outcome().id() + " "
                        + judgement.location().replace("Dockerfile:", "") + " " + judgement.fact())
                .toList();
    }

    /** What the first of them would have instead. */
    String change(String... lines) {
        return judgements(lines).get(0).remedies().get(0).files().get(0).content();
    }

    List<Judgement> judgements(String... lines) {
        return DockerfileRules.judge(
                Objects.requireNonNull(DockerfileRules.named(rule)),
                ReadDockerfile.of(String.join("\n", lines), "Dockerfile"),
                new DockerfileTerms(level, null, without, contextIsNarrowed));
    }
}
