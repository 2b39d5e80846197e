package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Where the plugin is an extension, Maven loads what the members of its goals name, in builds that push nothing too. */
class GoalSignaturesTest {
    private static final List<String> LIGHT = List.of(
            "io.github.registrymaven.plugin",
            "io.github.registrymaven.plugin.early",
            "io.github.registrymaven.session",
            "io.github.registrymaven.discovery");

    @Test
    void nameNoTypeOfTheEngine() throws Exception {
        List<String> goals = new ArrayList<>();
        for (Element goal : GoalDefaults.goals()) {
            Class<?> type = Class.forName(GoalDefaults.text(goal, "implementation"));
            if (type.getPackageName().equals("io.github.registrymaven.plugin")) {
                goals.add(type.getSimpleName());
                assertThat(ownTypes(type)).as(type.getName()).allMatch(each -> LIGHT.contains(each.getPackageName()));
            }
        }
        assertThat(goals).contains("CheckMojo", "DoctorMojo");
    }

    private static List<Class<?>> ownTypes(Class<?> goal) {
        List<Class<?>> named = new ArrayList<>();
        for (Class<?> type = goal; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                named.add(field.getType());
            }
            for (Method method : type.getDeclaredMethods()) {
                named.add(method.getReturnType());
                named.addAll(List.of(method.getParameterTypes()));
                named.addAll(List.of(method.getExceptionTypes()));
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                named.addAll(List.of(constructor.getParameterTypes()));
            }
        }
        named.removeIf(type -> !type.getName().startsWith("io.github.registrymaven."));
        return named;
    }
}
