package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/testkit.md shows. */
class UsageTest {
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+) -->\\s+```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void startsOneWithUsersAndRules() throws IOException {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH)
                .immutableTags("team/app", "1.*")
                .start()) {
            String image = registry.host() + "/team/app:1.0";

            assertThat(image).startsWith("127.0.0.1:");
        }
    }

    @Test
    void ordersFaults() throws IOException, InterruptedException {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("POST", "/v2/*/blobs/uploads/").times(1).tooManyRequests(3);
            registry.faults().on("GET", "/v2/").captivePortal();
            registry.faults().on("PUT", "/v2/*/manifests/*").error(500, "UNKNOWN", "on order");
            registry.faults().on("PATCH", "*").drop();

            assertThat(new Client(registry.url()).send("GET", "/v2/").body()).contains("Sign in");
        }
    }

    @Test
    void isWhatItsPageShows() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Matcher snippets = SNIPPET.matcher(Files.readString(root.resolve("docs/testkit.md")));
        int found = 0;
        while (snippets.find()) {
            found++;
            assertThat(withoutMargin(Files.readString(root.resolve(snippets.group(1)))))
                    .contains(withoutMargin(snippets.group(2)).strip());
        }
        assertThat(found).isEqualTo(2);
    }

    private static String withoutMargin(String text) {
        return text.replaceAll("(?m)^\\s+", "");
    }
}
