package io.github.registrymaven.credential;

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
     * @param missing whether there is no such program
     */
    record Failed(String problem, List<String> words, boolean missing) implements HelperAnswer {
        public Failed {
            words = List.copyOf(words);
        }
    }

    /** The words in brackets, with a blank before them; nothing where there are none. */
    static String inBrackets(List<String> words) {
        return words.isEmpty() ? "" : " (" + words.get(0) + ")";
    }
}
