package io.github.registrymaven.azure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code acr purge} commands among a registry's tasks that run by a timer. */
final class PurgeTasks {
    /** By its alias, or by the image of acr-cli itself. */
    private static final Pattern PURGE =
            Pattern.compile("(?:\\bacr|\\S{0,200}acr-cli\\S{0,200}) +purge\\b[^\\r\\n]{0,2000}");

    private PurgeTasks() {}

    /** Null where not everything is shown that a timer runs: it may purge, too. */
    static @Nullable List<String> in(List<Json> tasks) {
        List<String> purges = new ArrayList<>();
        for (Json task : tasks) {
            Json step = task.at("properties").at("step");
            if (!isRun(task.at("properties")) || "Docker".equalsIgnoreCase(step.text("type"))) {
                continue;
            }
            // A task of the type FileTask is written in a repository of sources, and is not shown here.
            String encoded = step.secret("encodedTaskContent");
            List<String> commands = encoded == null ? null : commands(encoded);
            if (commands == null) {
                return null;
            }
            purges.addAll(commands);
        }
        return purges;
    }

    private static boolean isRun(Json properties) {
        return !"Disabled".equalsIgnoreCase(properties.text("status"))
                && properties.at("trigger").list("timerTriggers").stream()
                        .anyMatch(timer -> !"Disabled".equalsIgnoreCase(timer.text("status")));
    }

    private static @Nullable List<String> commands(String encoded) {
        try {
            String yaml = new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
            Matcher purge = PURGE.matcher(yaml);
            List<String> found = new ArrayList<>();
            while (purge.find()) {
                found.add(purge.group().replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
            }
            return found;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
