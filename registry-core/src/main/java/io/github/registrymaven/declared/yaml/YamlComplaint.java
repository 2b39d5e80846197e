package io.github.registrymaven.declared.yaml;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the YAML engine complains of, in one line and without a copy of the file. */
final class YamlComplaint {
    private static final int LONGEST = 200;

    private YamlComplaint() {}

    static String about(MarkedYamlEngineException broken) {
        String problem = broken.getProblem() == null ? "it is broken here" : broken.getProblem();
        return shortened("is not YAML: " + problem
                + (broken.getContext() == null || broken.getContext().isEmpty() ? "" : " " + broken.getContext()));
    }

    static String about(YamlEngineException broken) {
        return shortened("is not YAML that is read here: " + broken.getMessage());
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
