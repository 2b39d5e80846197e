package io.github.registrymaven.dockerfile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ARG} and {@code ENV} have set so far, as far as it is known before the build: before the first stage, or in one.
 * Defaults are taken for what the build is given. Not thread-safe.
 */
final class Variables {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 20;

    /** Characters that values may add to one file: a hostile one doubles them line by line. */
    private static final int MOST = 1_000_000;

    private final @Nullable Variables global;
    private final @Nullable Variables below;
    private final int height;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private int added;

    /** Those before the first stage. */
    Variables() {
        this(null, null);
    }

    private Variables(@Nullable Variables global, @Nullable Variables below) {
        this.global = global;
        this.below = below;
        this.height = below == null ? 0 : below.height + 1;
    }

    /** Those of a stage, which has all of the one it is built upon, and of the global ones what it declares again. */
    Variables ofStage(@Nullable Variables parent) {
        return new Variables(this, parent == null || parent.height == DEEPEST ? null : parent);
    }

    /** An {@code ARG} or {@code ENV}: all its words are filled in before any of them counts. */
    void declare(Instruction each) {
        Map<String, String> values = new HashMap<>();
        for (Setting setting : each.settings()) {
            String value = setting.value() == null ? inherited(setting.name()) : fill(setting.value());
            if (value == null) {
                known.remove(setting.name());
                unknown.add(setting.name());
            } else {
                values.put(setting.name(), value);
            }
        }
        unknown.removeAll(values.keySet());
        known.putAll(values);
    }

    private @Nullable String inherited(String name) {
        String value = global == null ? null : global.known(name);
        return value == null ? known(name) : value;
    }

    /** The text with all its variables filled in; null where one is not known. */
    @Nullable
    String fill(String text) {
        return fill(text, 0);
    }

    private @Nullable String fill(String text, int depth) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here != '$' || at + 1 == text.length()) {
                filled.append(here);
                at++;
            } else {
                VariableReference variable = VariableReference.at(text, at);
                String value = variable == null ? null : value(variable, depth);
                if (variable == null || value == null || filled.length() + value.length() > LONGEST) {
                    return null;
                }
                filled.append(value);
                at = variable.end();
            }
        }
        return filled.toString();
    }

    /** The arguments of an instruction with those variables filled in that are known; others stay as they are written. */
    String fillKnown(String text) {
        StringBuilder filled = new StringBuilder();
        char quote = 0;
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            int end = here == '\\' ? Math.min(text.length(), at + 2) : at + 1;
            String value = null;
            if (here == '$' && quote != '\'') {
                VariableReference variable = VariableReference.at(text, at);
                end = variable == null ? end : variable.end();
                value = variable == null ? null : value(variable, 0);
            } else if (here == '"' || here == '\'') {
                quote = quote == 0 ? here : quote == here ? 0 : quote;
            }
            // What holds blanks or quotes would be read as other words than it is.
            filled.append(value == null || value.matches("(?s).*[\\s\"'\\\\].*") ? text.substring(at, end) : value);
            at = end;
        }
        return filled.toString();
    }

    /**
     * {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-word}} and {@code ${NAME-word}}; of other forms nothing is known. A name that
     * nobody declared may be Maven's, {@code ${docker-base.image}}, or in a stage one that the image below has set.
     */
    private @Nullable String value(VariableReference variable, int depth) {
        String value = known(variable.name());
        boolean fallsBack =
                variable.modifier().equals(":-") || variable.modifier().equals("-");
        boolean isUnset =
                value == null || (value.isEmpty() && variable.modifier().equals(":-"));
        if (variable.modifier().isEmpty() || (fallsBack && !isUnset)) {
            return bounded(value);
        }
        boolean certain = isDeclared(variable.name())
                || (global == null && variable.modifier().equals(":-"));
        return fallsBack && certain && depth < DEEPEST ? fill(variable.word(), depth + 1) : null;
    }

    private @Nullable String bounded(@Nullable String value) {
        Variables file = global == null ? this : global;
        if (value == null || file.added > MOST) {
            return null;
        }
        file.added += value.length();
        return value;
    }

    private @Nullable String known(String name) {
        Variables scope = declaring(name);
        return scope == null ? null : scope.known.get(name);
    }

    private boolean isDeclared(String name) {
        return declaring(name) != null;
    }

    private @Nullable Variables declaring(String name) {
        Variables scope = this;
        while (scope != null && !scope.known.containsKey(name) && !scope.unknown.contains(name)) {
            scope = scope.below;
        }
        return scope;
    }
}
