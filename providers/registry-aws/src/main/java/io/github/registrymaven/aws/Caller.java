package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** As whom AWS is asked. */
sealed interface Caller {
    /**
     * The first source that has credentials.
     *
     * @param origin which source that is
     * @param shadowed further sources that have some, and are not asked
     * @param notes what is odd about the others
     */
    record Known(AwsCredentialsProvider provider, String origin, List<String> shadowed, List<String> notes)
            implements Caller {
        public Known {
            shadowed = List.copyOf(shadowed);
            notes = List.copyOf(notes);
        }
    }

    /**
     * No source has any, or the one that should have some cannot give them.
     *
     * @param summary a sentence about this machine
     */
    record Unusable(Cause cause, String summary, List<String> evidence, List<Remedy> remedies) implements Caller {
        public Unusable {
            evidence = List.copyOf(evidence);
            remedies = List.copyOf(remedies);
        }
    }
}
