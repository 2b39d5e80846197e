package io.github.registrymaven.enforcer;

import java.lang.reflect.Field;

/** Gives rules their parameters, as Maven's configurator sets those that have no setter. */
final class Parameters {
    private Parameters() {}

    static void set(Object rule, String parameter, Object value) {
        try {
            Field field = rule.getClass().getDeclaredField(parameter);
            field.setAccessible(true);
            field.set(rule, value);
        } catch (ReflectiveOperationException absent) {
            throw new LinkageError("the rule has no parameter " + parameter, absent);
        }
    }
}
