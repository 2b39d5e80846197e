package io.github.registrymaven.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A Dockerfile, read.
 *
 * @param shown its path for people
 * @param stages at least one
 */
public record Dockerfile(String shown, List<Stage> stages) {
    public Dockerfile {
        stages = List.copyOf(stages);
    }

    /**
     * Reads a text.
     *
     * @param shown its path for people
     * @throws UnreadableDockerfile with the line and what is wrong there
     */
    static Dockerfile of(String text, String shown) throws UnreadableDockerfile {
        return new Dockerfile(shown, new StageReader(InstructionReader.read(text)).stages());
    }

    /**
     * The stage that is shipped.
     *
     * @param target its name or number, as {@code docker build --target} takes it; null for the last
     * @return null where there is none of that name
     */
    public @Nullable Stage shipped(@Nullable String target) {
        return target == null ? stages.get(stages.size() - 1) : before(stages.size(), target);
    }

    /**
     * A stage, and those that it is built upon, lowest first: their instructions are all in its image.
     */
    public List<Stage> lineage(Stage stage) {
        List<Stage> lineage = new ArrayList<>();
        Stage next = stage;
        while (next != null) {
            lineage.add(0, next);
            next = next.base() == null ? null : before(next.number(), next.base());
        }
        return lineage;
    }

    /** The stage of a name or number among those above another; null where it is an image. */
    public @Nullable Stage before(int number, String nameOrNumber) {
        String wanted = nameOrNumber.toLowerCase(Locale.ROOT);
        // Of two stages of one name the later one counts.
        for (int at = number - 1; at >= 0; at--) {
            if (wanted.equals(stages.get(at).name())) {
                return stages.get(at);
            }
        }
        boolean counted = wanted.matches("\\d{1,4}") && Integer.parseInt(wanted) < number;
        return counted ? stages.get(Integer.parseInt(wanted)) : null;
    }
}
