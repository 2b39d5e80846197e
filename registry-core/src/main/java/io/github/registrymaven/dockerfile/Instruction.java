package io.github.registrymaven.dockerfile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.github.registrymaven.json.BoundedJson;
import io.github.registrymaven.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One instruction.
 *
 * @param keyword in capitals: {@code COPY}
 * @param flags what stands before its arguments: {@code --from=build} as {@code from}; of a flag that comes several times all
 *     values, one a line
 * @param written the arguments, with continued lines joined and here-documents left out
 * @param text the same, for {@code COPY}, {@code ADD} and {@code USER} with those variables filled in that are known before the
 *     build
 * @param documents the bodies of its here-documents
 * @param line where it begins, counted from one
 */
public record Instruction(
        String keyword, Map<String, String> flags, String written, String text, List<String> documents, int line) {
    private static final int MOST_WORDS = 10_000;

    public Instruction {
        flags = Map.copyOf(flags);
        documents = List.copyOf(documents);
    }

    Instruction withText(String filled) {
        return new Instruction(keyword, flags, written, filled, documents, line);
    }

    /** Its arguments as they are written, with those of its flags that are named. */
    public String withFlags(Set<String> kept) {
        StringBuilder line = new StringBuilder();
        for (String flag : new TreeSet<>(flags.keySet())) {
            if (kept.contains(flag)) {
                for (String value : flags.getOrDefault(flag, "").split("\n", -1)) {
                    line.append("--")
                            .append(flag)
                            .append(value.isEmpty() ? "" : "=" + value)
                            .append(' ');
                }
            }
        }
        return line + (hasQuotes() ? written : written.replaceAll("\\s+", " ")).strip();
    }

    private boolean hasQuotes() {
        return written.contains("\"") || written.contains("'");
    }

    public boolean is(String name) {
        return keyword.equals(name);
    }

    /** The words of its exec form, {@code ["java", "-jar"]}; null where it is written for a shell. */
    public @Nullable List<String> exec() {
        if (!text.startsWith("[")) {
            return null;
        }
        try {
            JsonElement array = BoundedJson.parse(text, MOST_WORDS);
            List<String> words = new ArrayList<>();
            for (JsonElement word : array instanceof JsonArray list ? list : new JsonArray()) {
                if (!word.isJsonPrimitive() || !word.getAsJsonPrimitive().isString()) {
                    return null;
                }
                words.add(word.getAsString());
            }
            return List.copyOf(words);
        } catch (JsonProblem shell) {
            // As docker has it: what is no JSON is for the shell, brackets and all.
            return null;
        }
    }

    /** Its arguments, one by one: of the exec form, or split where a shell would. */
    public List<String> words() {
        List<String> exec = exec();
        return exec == null ? Words.of(text) : exec;
    }

    /** What an {@code ENV} or {@code ARG} sets: {@code ENV NAME VALUE} is the old way to say {@code ENV NAME="VALUE"}. */
    public List<Setting> settings() {
        List<String> words = Words.of(text);
        boolean old = is("ENV") && words.size() > 1 && !words.get(0).contains("=");
        return old
                ? List.of(new Setting(words.get(0), String.join(" ", words.subList(1, words.size()))))
                : words.stream().map(Setting::of).toList();
    }
}
