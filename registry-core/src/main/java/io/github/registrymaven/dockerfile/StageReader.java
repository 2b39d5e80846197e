package io.github.registrymaven.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts instructions into stages. */
final class StageReader {
    /** Those whose variables docker fills in, and that rules ask about; {@code RUN} leaves them to its shell. */
    private static final Set<String> FILLED_IN = Set.of("COPY", "ADD", "USER");

    private final Variables global = new Variables();
    private final Map<String, Variables> ofStages = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Instruction> instructions;
    private @Nullable Instruction from;
    private List<Instruction> inside = new ArrayList<>();

    StageReader(List<Instruction> instructions) {
        this.instructions = instructions;
    }

    List<Stage> stages() throws UnreadableDockerfile {
        for (Instruction each : instructions) {
            if (each.is("FROM")) {
                end();
                from = each;
            } else if (from != null) {
                inside.add(each);
            } else if (each.is("ARG")) {
                global.declare(each);
            } else {
                throw new UnreadableDockerfile(each.line(), "expected FROM or ARG first, found " + each.keyword());
            }
        }
        end();
        if (stages.isEmpty()) {
            throw new UnreadableDockerfile(1, "has no FROM");
        }
        return stages;
    }

    private void end() throws UnreadableDockerfile {
        Instruction begins = from;
        if (begins == null) {
            return;
        }
        List<String> words = begins.words();
        boolean named = words.size() == 3 && words.get(1).equalsIgnoreCase("as");
        if (words.size() != 1 && !named) {
            throw new UnreadableDockerfile(begins.line(), "expected FROM image [AS name], found FROM " + begins.text());
        }
        String name = named ? words.get(2).toLowerCase(Locale.ROOT) : null;
        String base = global.fill(words.get(0));
        Variables known = global.ofStage(base == null ? null : ofStages.get(base.toLowerCase(Locale.ROOT)));
        if (name != null) {
            ofStages.put(name, known);
        }
        stages.add(new Stage(stages.size(), name, words.get(0), base, begins.line(), filledIn(known)));
        inside = new ArrayList<>();
    }

    private List<Instruction> filledIn(Variables known) {
        List<Instruction> filled = new ArrayList<>();
        for (Instruction each : inside) {
            if (each.is("ARG") || each.is("ENV")) {
                known.declare(each);
            }
            filled.add(FILLED_IN.contains(each.keyword()) ? each.withText(known.fillKnown(each.text())) : each);
        }
        return filled;
    }
}
