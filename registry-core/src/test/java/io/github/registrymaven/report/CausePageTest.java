package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages in {@code docs/causes} are what the plugin says. With {@code -Dpages.write=true} they are written instead. */
class CausePageTest {
    private static final Path PAGES = Path.of("..", "docs", "causes");
    private static final String REGENERATE = "mvn test -pl registry-core -am -Dtest=CausePageTest -Dpages.write=true "
            + "-Dsurefire.failIfNoSpecifiedTests=false";

    @ParameterizedTest
    @EnumSource(Cause.class)
    void theFileIsThePage(Cause cause) throws IOException {
        Path file = PAGES.resolve(cause.id() + ".md");
        String page = new CausePage().of(cause);
        if (Boolean.getBoolean("pages.write")) {
            Files.createDirectories(PAGES);
            Files.writeString(file, page);
        }

        assertThat(file).as("to write it: " + REGENERATE).exists();
        assertThat(Files.readString(file))
                .as("to write it again: " + REGENERATE)
                .isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyPageSaysAllThatAPageIsFor(Cause cause) {
        assertThat(new CausePage().of(cause))
                .contains(
                        "`" + cause.id() + "`",
                        "## What it looks like\n\n**",
                        "## How it is told apart\n\n",
                        "## What mends it\n\n- ",
                        "## When it is a false alarm\n\n")
                .doesNotContain("{host}", "null");
    }

    @Test
    void namesTheNamesThatAreToBeFilledIn() {
        assertThat(new CausePage().of(Cause.CREDENTIALS_MISSING)).contains("docker login HOST");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void hasNoLinksWhereNoneCanBeFollowed(Cause cause) {
        assertThat(new CausePage().unlinked(cause)).doesNotContain(".md)");
    }
}
