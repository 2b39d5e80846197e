package io.github.registrymaven.credential;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;

/** What a credential helper says when asked for a server. */
sealed interface HelperAnswer {
    record Holds(Credential credential) implements HelperAnswer {}

    /**
     * It has nothing for this server.
     *
     * @param words why, where it says so, bounded, without secrets: some helpers of clouds call every failure this
     */
    record HoldsNone(List<String> words) implements HelperAnswer {
        public HoldsNone {
            words = List.copyOf(words);
        }
    }

    /**
     * It did not work.
     *
     * @param problem completes the sentence "The credential helper … "
     * @param words what it said, bounded, without secrets
     * @param why what kind of failure it is
     */
    record Failed(String problem, List<String> words, Why why) implements HelperAnswer {
        public Failed {
            words = List.copyOf(words);
        }

        Cause cause() {
            return why == Why.LATE ? Cause.DEADLINE_EXCEEDED : Cause.CREDENTIAL_HELPER_FAILED;
        }
    }

    /** Why a helper gave nothing. */
    enum Why {
        /** There is no such program. */
        MISSING,
        /** There is a file of that name, which may not be run. */
        BARRED,
        /** Whoever waits longer may get an answer. */
        LATE,
        /** It answered what is no answer, or could not be run. */
        BROKEN
    }

    /** The words in brackets, with a blank before them; nothing where there are none. */
    static String inBrackets(List<String> words) {
        return words.isEmpty() ? "" : " (" + words.get(0) + ")";
    }
}
