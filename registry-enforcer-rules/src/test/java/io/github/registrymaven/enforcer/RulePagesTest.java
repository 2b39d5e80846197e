package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RulePagesTest {
    private static final Path PAGES = Path.of("..", "docs", "rules");

    @ParameterizedTest
    @MethodSource("io.github.registrymaven.enforcer.ClassVersionsTest#rules")
    void everyRuleHasAPageWithAllItsParameters(Class<?> rule) throws Exception {
        String name = rule.getAnnotation(Named.class).value();
        String page = Files.readString(PAGES.resolve(name + ".md"));

        assertThat(Files.readString(PAGES.resolve("README.md"))).contains("[" + name + "](" + name + ".md)");
        for (Class<?> type = rule;
                type != null && type.getPackageName().equals(rule.getPackageName());
                type = type.getSuperclass()) {
            for (Field parameter : type.getDeclaredFields()) {
                boolean own = Modifier.isStatic(parameter.getModifiers()) || Modifier.isFinal(parameter.getModifiers());
                assertThat(own || page.contains("| `" + parameter.getName() + "` |"))
                        .as(name + " " + parameter.getName())
                        .isTrue();
            }
        }
    }
}
