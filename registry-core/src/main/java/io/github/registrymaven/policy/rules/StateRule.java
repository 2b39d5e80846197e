package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;

/** A rule about how a repository is set up. Stateless. */
public interface StateRule {
    /** Its name, as an element of a POM: {@code requireTagImmutability}. */
    String name();

    /** Judges one repository. */
    Judgement judge(RepositoryState state, Terms terms);
}
