package io.github.registrymaven.it;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** What a build said it would push beside what it pushed, each as {@code repository:tag}. */
public final class Pushed {
    private Pushed() {}

    /** What is tagged in a registry. */
    public static Set<String> to(TestRegistry registry) {
        Set<String> tagged = new TreeSet<>();
        for (String entry : registry.contents()) {
            if (entry.startsWith("tag ")) {
                tagged.add(entry.split(" ", -1)[1]);
            }
        }
        return tagged;
    }

    /** The images of all the reports in folders below a project. */
    public static Set<String> announced(File basedir, String... folders) throws IOException {
        Set<String> images = new TreeSet<>();
        for (String folder : folders) {
            Path report = basedir.toPath().resolve(folder).resolve("preflight.json");
            JsonObject document =
                    JsonParser.parseString(Files.readString(report)).getAsJsonObject();
            for (JsonElement image : document.getAsJsonArray("images")) {
                JsonObject found = image.getAsJsonObject();
                images.add(found.get("repository").getAsString() + ":"
                        + found.get("tag").getAsString());
            }
        }
        return images;
    }
}
