package io.github.registrymaven.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts instructions into stages. */
final class StageReader {
    private final Variables global = new Variables();
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
        stages.add(new Stage(
                stages.size(),
                named ? words.get(2).toLowerCase(Locale.ROOT) : null,
                words.get(0),
                global.fill(words.get(0)),
                begins.line(),
                inside));
        inside = new ArrayList<>();
    }
}
