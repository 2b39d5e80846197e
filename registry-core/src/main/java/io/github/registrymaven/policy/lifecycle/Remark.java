package io.github.registrymaven.policy.lifecycle;

/**
 * Something about a policy that is probably not meant.
 *
 * @param place such as {@code rule 3} or {@code policy keep-releases}
 * @param text a sentence, to be read after the place
 */
public record Remark(Kind kind, String place, String text) {
    /** What is the matter. */
    public enum Kind {
        /** An earlier or stronger rule takes all that this one could. */
        SHADOWED(true),
        /** No image can ever be selected. */
        UNMATCHABLE(true),
        /** Nothing is ever deleted. */
        DELETES_NOTHING(true),
        /** An image is deleted as soon as it is pushed. */
        DELETES_AT_ONCE(true),
        /** Only an image with several tags is selected, as lists mean all of, not one of. */
        NEEDS_SEVERAL_TAGS(false),
        /** The provider may refuse it. */
        DOUBTFUL(false),
        /** What is deleted leaves something behind. */
        LEAVES_REMAINS(false);

        private final boolean certain;

        Kind(boolean certain) {
            this.certain = certain;
        }

        /** Whether it is a mistake whatever is pushed. */
        public boolean isCertain() {
            return certain;
        }
    }
}
