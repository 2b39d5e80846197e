package io.github.registrymaven.dockerfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Dockerfile, read.
 *
 * @param shown its path for people
 * @param stages at least one
 */
public record Dockerfile(String shown, List<Stage> stages) {
    private static final Pattern MOUNTED = Pattern.compile("(?:^|[,\\n])from=([^,\\n]+)");

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

    /** The stages that docker builds for one: those it is built upon, copies from or mounts, and theirs. Not the others. */
    public BitSet needed(Stage stage) {
        BitSet needed = new BitSet();
        needed.set(stage.number());
        for (int at = stage.number(); at >= 0; at--) {
            if (needed.get(at)) {
                for (String name : names(stages.get(at))) {
                    Stage other = before(at, name);
                    if (other != null) {
                        needed.set(other.number());
                    }
                }
            }
        }
        return needed;
    }

    /** What may be names of other stages. */
    private static List<String> names(Stage stage) {
        List<String> names = new ArrayList<>();
        String base = stage.base();
        if (base != null) {
            names.add(base);
        }
        for (Instruction each : stage.instructions()) {
            String from = each.flags().get("from");
            if (from != null) {
                names.add(from);
            }
            Matcher mounted = MOUNTED.matcher(each.flags().getOrDefault("mount", ""));
            while (mounted.find()) {
                names.add(mounted.group(1));
            }
        }
        return names;
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
