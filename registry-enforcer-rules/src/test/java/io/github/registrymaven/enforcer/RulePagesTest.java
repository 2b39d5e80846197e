package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.report.PolicyConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has its page. The table of parameters is its Javadoc, and the message is what the rule says of an example, so neither
 * can be out of date: {@code -Dpages.write=true} writes both.
 */
final class RulePagesTest {
    private static final Path PAGES = Path.of("..", "docs", "rules");
    private static final String TABLE = "| parameter | default | meaning |\n";
    private static final String MESSAGE = "## What it says\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.github.registrymaven.enforcer.ClassVersionsTest#rules")
    void everyRuleHasAPageThatIsUpToDate(Class<?> rule) throws Exception {
        String name = rule.getAnnotation(Named.class).value();
        Path page = PAGES.resolve(name + ".md");
        String written = Files.readString(page);
        String wanted = written.substring(0, written.indexOf(TABLE)) + TABLE + "|---|---|---|\n"
                + RuleParameters.table(rule) + message(name);

        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(page, wanted);
        } else {
            assertThat(written).isEqualTo(wanted);
        }
        assertThat(Files.readString(PAGES.resolve("README.md"))).contains("[" + name + "](" + name + ".md)");
    }

    private String message(String name) throws Exception {
        return RuleExamples.of(name, folder)
                .map(judgement -> "\n" + MESSAGE + "\n```\n"
                        + new PolicyConsole().broken(judgement).stripTrailing() + "\n```\n")
                .orElse("");
    }
}
