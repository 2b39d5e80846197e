package io.github.registrymaven.enforcer;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule's parameters, as rows of a table: its own first, then those that it shares. The texts are those of the sources. */
final class RuleParameters {
    private static final Path SOURCES = Path.of("src", "main", "java");

    private RuleParameters() {}

    static String table(Class<?> rule) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (Class<?> type = rule;
                type != null && type.getPackageName().equals(rule.getPackageName());
                type = type.getSuperclass()) {
            String source = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    rows.append(row(field.getName(), source));
                }
            }
        }
        return rows.toString();
    }

    private static String row(String name, String source) {
        Matcher field = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+private (?:@Nullable )?[\\w<>]+ " + name + "(?: = ([^;]+))?;",
                        Pattern.DOTALL)
                .matcher(source);
        if (!field.find()) {
            throw new AssertionError(name + " has no Javadoc");
        }
        String text = Objects.requireNonNull(field.group(1))
                .replaceAll("\\s*\\n\\s*\\* ?", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip()
                .replaceFirst("\\.$", "");
        String value = field.group(2) == null
                ? ("skip".equals(name) ? "`false`" : "")
                : "`" + Objects.requireNonNull(field.group(2)).replace("\"", "") + "`";
        return "| `" + name + "` | " + value + " | " + text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                + " |\n";
    }
}
