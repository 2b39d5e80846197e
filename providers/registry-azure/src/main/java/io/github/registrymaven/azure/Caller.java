package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As whom Azure is asked. */
sealed interface Caller {
    /**
     * The first source that has a token for Resource Manager.
     *
     * @param tokens gives tokens for other audiences
     * @param notes which sources have something, too, and what is odd about them
     */
    record Known(Secret token, Who who, String origin, TokenSource tokens, List<String> notes) implements Caller {
        public Known {
            notes = List.copyOf(notes);
        }
    }

    /**
     * No source has any, or the one that should have some cannot give it.
     *
     * @param origin the source that should; null where there is none
     * @param clientId the application that it is set up for
     * @param summary a clause about this machine
     */
    record Unusable(
            Cause cause,
            @Nullable String origin,
            @Nullable String clientId,
            String summary,
            List<String> evidence,
            List<Remedy> remedies)
            implements Caller {
        public Unusable {
            evidence = List.copyOf(evidence);
            remedies = List.copyOf(remedies);
        }
    }
}
