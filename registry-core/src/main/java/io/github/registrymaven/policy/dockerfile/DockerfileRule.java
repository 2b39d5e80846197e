package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Dockerfile;
import io.github.registrymaven.policy.rules.Judgement;
import java.util.List;

/** A rule about Dockerfiles. Stateless. */
public interface DockerfileRule {
    /** Its name, as an element of a POM: {@code requireMultiStageDockerfile}. */
    String name();

    /** Judges one file: a judgement for each line that breaks the rule, or one that says that none does. */
    List<Judgement> judge(Dockerfile file, DockerfileTerms terms);
}
