package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README.md shows is what runs: its POM lines stand in integration projects, word for word. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+) -->\\s+```xml\\n(.*?)```", Pattern.DOTALL);

    private static String withoutMargin(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static String project(String file) throws IOException {
        return withoutMargin(Files.readString(ROOT.resolve(file))
                .replace("@project.groupId@", "io.github.registrymaven")
                .replace("@project.version@", "0.1.0-SNAPSHOT")
                .replace("${it.registry}", "registry.example.com"));
    }

    @Test
    void showsOnlyLinesThatRun() throws IOException {
        Matcher snippets = SNIPPET.matcher(Files.readString(ROOT.resolve("README.md")));
        int found = 0;
        while (snippets.find()) {
            found++;
            assertThat(project(snippets.group(1)))
                    .contains(withoutMargin(snippets.group(2)).strip());
        }
        assertThat(found).isGreaterThanOrEqualTo(3);
    }

    @Test
    void namesEveryParameter() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Path goals = ROOT.resolve("registry-maven-plugin/src/main/java/io/github/registrymaven/plugin");
        StringBuilder sources = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(goals, "*Mojo.java")) {
            for (Path file : files) {
                sources.append(Files.readString(file));
            }
        }
        Matcher properties = Pattern.compile("property = \"([^\"]+)\"").matcher(sources);
        while (properties.find()) {
            assertThat(readme).contains("`" + properties.group(1) + "` |");
        }
    }
}
