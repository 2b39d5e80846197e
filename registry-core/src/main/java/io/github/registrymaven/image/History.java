package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What made each layer of an image, as its config tells: the lines of a Dockerfile, where there was one. Read only where
 * something is to be said of layers.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">config.md, history</a>
 */
public final class History {
    private static final int MOST_BYTES = 4 << 20;

    /** Arguments of the build stand before the shell, with their values; they are nobody's business. */
    private static final Pattern SHELL =
            Pattern.compile("^(?:RUN )?(?:\\|\\d+ .{0,4000}?)?/bin/(?:ba)?sh (?:-\\w+ )*-c ");

    private static final Pattern SECRETS = Pattern.compile(
            "(?i)([\\w-]{0,40}(?:token|passw|secret|apikey|api-key|authorization|bearer)[\\w-]{0,40}[=: ]+)\\S+");
    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]{1,200}@");

    private History() {}

    /** A line for each layer, lowest first; none where the config does not say it of each of them. */
    public static List<String> of(Blob config, int layers) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = config.content().open()) {
            byte[] bytes = config.content().size() > MOST_BYTES ? new byte[0] : in.readNBytes(MOST_BYTES);
            JsonArray history =
                    JsonDocument.array(JsonDocument.parse(bytes, "config").object(), "history");
            for (JsonElement each : history == null ? new JsonArray() : history) {
                if (each instanceof JsonObject step && !isEmpty(step)) {
                    String by = JsonDocument.string(step, "created_by");
                    lines.add(by == null ? "" : line(by));
                }
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        return lines.size() == layers ? lines : List.of();
    }

    private static boolean isEmpty(JsonObject step) {
        return step.get("empty_layer") instanceof JsonPrimitive flag && flag.isBoolean() && flag.getAsBoolean();
    }

    /** As it stood in the Dockerfile, whichever builder wrote it down. */
    private static String line(String by) {
        String bare = by.strip().replaceFirst("\\s*# buildkit$", "");
        String command = SHELL.matcher(bare).replaceFirst("");
        String line = command.startsWith("#(nop)")
                ? command.substring("#(nop)".length())
                : command.equals(bare) ? bare : "RUN " + command;
        String hidden = USER_INFO
                .matcher(SECRETS.matcher(line.strip()).replaceAll("$1***"))
                .replaceAll("://***@");
        return Printable.of(hidden.replaceAll("\\s+", " "));
    }
}
