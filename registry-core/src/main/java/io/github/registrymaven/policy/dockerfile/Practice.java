package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Dockerfile;
import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.Stage;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that a good Dockerfile does. Stateless. */
interface Practice {
    /** By which it is left out: {@code root-user}. */
    String id();

    /** The level from which on it is asked for. */
    PolicyLevel from();

    /** Says what breaks it. */
    void look(Look look);

    /**
     * What there is to look at, and where to say what was seen.
     *
     * @param lineage the stages whose instructions are in the image that is shipped, lowest first
     */
    record Look(Dockerfile file, List<Stage> lineage, DockerfileTerms terms, Verdicts verdicts) {
        /** All instructions that are in the image that is shipped, in their order. */
        List<Instruction> all(String... keywords) {
            List<String> wanted = List.of(keywords);
            List<Instruction> all = new ArrayList<>();
            for (Stage stage : lineage) {
                for (Instruction instruction : stage.instructions()) {
                    if (wanted.contains(instruction.keyword())) {
                        all.add(instruction);
                    }
                }
            }
            return all;
        }

        /** The same, to be chosen from. */
        Stream<Instruction> shipped(String... keywords) {
            return all(keywords).stream();
        }

        /** The one that counts of those that a later one replaces; null where there is none. */
        @Nullable
        Instruction last(String keyword) {
            List<Instruction> all = all(keyword);
            return all.isEmpty() ? null : all.get(all.size() - 1);
        }

        Stage lowest() {
            return lineage.get(0);
        }

        Stage topmost() {
            return lineage.get(lineage.size() - 1);
        }
    }
}
