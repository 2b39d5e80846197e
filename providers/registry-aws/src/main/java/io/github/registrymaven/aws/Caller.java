package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** As whom AWS is asked. */
sealed interface Caller {
    /**
     * The first source that has credentials.
     *
     * @param origin which source that is
     * @param cli the same in a shell
     * @param shadowed further sources that have some, and are not asked
     * @param notes what is odd about the others
     */
    record Known(AwsCredentialsProvider provider, String origin, AwsCli cli, List<String> shadowed, List<String> notes)
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
     * @param isSetUp whether there is something that was meant to work
     */
    record Unusable(Cause cause, String summary, List<String> evidence, List<Remedy> remedies, boolean isSetUp)
            implements Caller {
        public Unusable {
            evidence = List.copyOf(evidence);
            remedies = List.copyOf(remedies);
        }

        /** Something is set up, and does not work. */
        Unusable(Cause cause, String summary, List<String> evidence, List<Remedy> remedies) {
            this(cause, summary, evidence, remedies, true);
        }

        /** @param notes what is odd about sources that have no credentials; empty where nothing is set up */
        static Unusable nobody(String profile, List<String> notes) {
            List<String> evidence = new ArrayList<>(notes);
            evidence.add("looked at JVM properties, environment, web identity, profile '" + profile
                    + "', container and instance");
            return new Unusable(
                    Cause.CREDENTIALS_MISSING,
                    notes.isEmpty()
                            ? "this machine has no AWS credentials"
                            : "this machine has half of its AWS credentials",
                    evidence,
                    List.of(new Remedy(
                            "Give the build AWS credentials, so that it can ask as whom it pushes",
                            List.of("aws configure sso", "aws sts get-caller-identity"),
                            List.of())),
                    !notes.isEmpty());
        }
    }
}
