package io.github.registrymaven.credential;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;

/** What one source has for an image. */
sealed interface SourceAnswer {
    /** A credential: the search is over. */
    record Holds(FoundCredential found) implements SourceAnswer {}

    /** Nothing for this registry: the next source is asked. */
    record HoldsNone() implements SourceAnswer {}

    /** It should have had one and could not give it: the search is over, with a failure. */
    record Broken(Cause cause, String summary, List<String> evidence, String remedy) implements SourceAnswer {
        public Broken {
            evidence = List.copyOf(evidence);
        }
    }

    /** The same, and the next source is asked nonetheless: a failure only where none has a credential. */
    record PassedBy(Broken broken) implements SourceAnswer {}
}
