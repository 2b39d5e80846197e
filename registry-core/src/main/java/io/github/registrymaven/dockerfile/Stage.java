package io.github.registrymaven.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a build.
 *
 * @param number counted from zero, as {@code COPY --from=0} has it
 * @param name null where it has none; in small letters
 * @param from what it begins with, as written: an image, or the name of another stage
 * @param base the same with its variables filled in; null where one is not known before the build
 * @param line where its {@code FROM} stands
 * @param instructions those after {@code FROM}
 */
public record Stage(
        int number,
        @Nullable String name,
        String from,
        @Nullable String base,
        int line,
        List<Instruction> instructions) {
    public Stage {
        instructions = List.copyOf(instructions);
    }

    /** Its {@code FROM} with another image. */
    public String beginningWith(String image) {
        return "FROM " + image + (name == null ? "" : " AS " + name);
    }
}
