package io.github.registrymaven.azure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code acr purge} commands among a registry's tasks that run by a timer. */
final class PurgeTasks {
    private static final Pattern PURGE = Pattern.compile("acr purge[^\\r\\n]{0,2000}");

    private PurgeTasks() {}

    static List<String> in(List<Json> tasks) {
        List<String> purges = new ArrayList<>();
        for (Json task : tasks) {
            Json properties = task.at("properties");
            boolean runs = !"Disabled".equalsIgnoreCase(properties.text("status"))
                    && properties.at("trigger").list("timerTriggers").stream()
                            .anyMatch(timer -> !"Disabled".equalsIgnoreCase(timer.text("status")));
            String encoded = properties.at("step").secret("encodedTaskContent");
            if (runs && encoded != null) {
                purges.addAll(commands(encoded));
            }
        }
        return purges;
    }

    private static List<String> commands(String encoded) {
        try {
            String yaml = new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
            Matcher purge = PURGE.matcher(yaml);
            List<String> found = new ArrayList<>();
            while (purge.find()) {
                found.add(purge.group().replaceAll("\\p{Cntrl}", " ").strip());
            }
            return found;
        } catch (IllegalArgumentException notBase64) {
            return List.of();
        }
    }
}
