package io.github.registrymaven.catalogue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How often the catalogue is right about texts whose cause is known; CONTRIBUTING.md says how its table is printed. */
final class Accuracy {
    /** A text, its cause, what it could mean as well, and what the catalogue says. */
    record Judged(String id, String cause, List<String> also, String text, Explanation explained) {
        boolean isExact() {
            return explained.cause().id().equals(cause);
        }

        /** Right, or right about what else it could be. */
        boolean isCovered() {
            return isExact()
                    || explained.alternatives().stream()
                            .anyMatch(each -> each.id().equals(cause))
                    || also.contains(explained.cause().id());
        }
    }

    /** How many of how many. */
    private static final class Tally {
        int all;
        int exact;
        int covered;

        void add(Judged judged) {
            all++;
            exact += judged.isExact() ? 1 : 0;
            covered += judged.isCovered() ? 1 : 0;
        }
    }

    private final List<Judged> judged = new ArrayList<>();

    /** A file of the test resources, one JSON object a line. */
    static Accuracy of(String file) throws IOException {
        try (InputStream lines = Objects.requireNonNull(Accuracy.class.getResourceAsStream(file), file)) {
            return new Accuracy(new String(lines.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Accuracy(String lines) {
        Explainer explainer = new Explainer();
        Gson gson = new Gson();
        for (String line : lines.split("\n", -1)) {
            if (!line.isBlank()) {
                JsonObject example = gson.fromJson(line, JsonObject.class);
                String text = example.get("text").getAsString();
                String cause = example.get("cause").getAsString();
                List<String> also = new ArrayList<>();
                example.get("also").getAsJsonArray().forEach(each -> also.add(each.getAsString()));
                judged.add(new Judged(
                        example.get("id").getAsString(),
                        // what the examples call other has no cause in our vocabulary
                        cause.equals("other") ? "unknown" : cause,
                        also,
                        text,
                        explainer.explain("example", text)));
            }
        }
    }

    List<Judged> wrong() {
        return judged.stream().filter(each -> !each.isExact()).toList();
    }

    int size() {
        return judged.size();
    }

    double exact() {
        return judged.stream().filter(Judged::isExact).count() / (double) judged.size();
    }

    double covered() {
        return judged.stream().filter(Judged::isCovered).count() / (double) judged.size();
    }

    /** The table, and what is explained otherwise. */
    void print(PrintStream out, String title) {
        Map<String, Tally> byCause = new TreeMap<>();
        judged.forEach(each ->
                byCause.computeIfAbsent(each.cause(), cause -> new Tally()).add(each));
        out.printf(
                "%n%s: %d texts, %.1f %% exact, %.1f %% with alternatives%n",
                title, size(), 100 * exact(), 100 * covered());
        out.printf("  %-30s %5s %6s %12s%n", "cause", "texts", "exact", "alternatives");
        byCause.forEach(
                (cause, tally) -> out.printf("  %-30s %5d %6d %12d%n", cause, tally.all, tally.exact, tally.covered));
        for (Judged each : wrong()) {
            out.printf(
                    "  %s %s: %s, not %s %s%n     %s%n",
                    each.isCovered() ? "near " : "WRONG",
                    each.id(),
                    each.explained().cause().id(),
                    each.cause(),
                    each.explained().alternatives(),
                    each.text()
                            .replace('\n', ' ')
                            .substring(0, Math.min(220, each.text().length())));
        }
    }
}
