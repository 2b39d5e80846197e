package io.github.registrymaven.enforcer;

import io.github.registrymaven.diagnosis.Nearest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Elements of a rule that are none of its parameters. Maven ends the build because of them before the rule is run, and names the
 * element and the class; which parameter was meant it does not say.
 */
final class MistypedParameters {
    private static final ClassValue<Set<String>> PARAMETERS = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> rule) {
            return parameters(rule);
        }
    };

    private final Map<String, List<Xpp3Dom>> elements = new HashMap<>();

    /**
     * Those of one execution.
     *
     * @param configuration of Enforcer's goal; null where it has none
     */
    MistypedParameters(@Nullable Xpp3Dom configuration) {
        Xpp3Dom rules = configuration == null ? null : configuration.getChild("rules");
        for (Xpp3Dom element : rules == null ? new Xpp3Dom[0] : rules.getChildren()) {
            elements.computeIfAbsent(ruleOf(element), first -> new ArrayList<>())
                    .add(element);
        }
    }

    /** Enforcer takes the first letter in either case. */
    private static String ruleOf(Xpp3Dom element) {
        String name = element.getName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /**
     * One sentence for each of a rule, however often it is there; none when it is asked for again.
     *
     * @param name of the rule, as an element of a POM
     */
    List<String> of(String name, Class<?> rule) {
        List<Xpp3Dom> mine = elements.remove(name);
        List<String> mistyped = new ArrayList<>();
        for (Xpp3Dom element : mine == null ? List.<Xpp3Dom>of() : mine) {
            for (Xpp3Dom parameter : element.getChildren()) {
                if (!PARAMETERS.get(rule).contains(inCamelCase(parameter.getName()))) {
                    mistyped.add(sentence(name, rule, parameter.getName()));
                }
            }
        }
        return mistyped;
    }

    private static String sentence(String name, Class<?> rule, String parameter) {
        return name + " has no parameter '" + parameter + "'; " + Nearest.of(parameter, PARAMETERS.get(rule));
    }

    /** As Maven reads an element: {@code policy-level} is {@code policyLevel}. */
    private static String inCamelCase(String element) {
        if (element.indexOf('-') < 0) {
            return element;
        }
        StringBuilder name = new StringBuilder();
        boolean begins = false;
        for (int i = 0; i < element.length(); i++) {
            char each = element.charAt(i);
            if (each != '-') {
                name.append(begins ? Character.toUpperCase(each) : each);
            }
            begins = each == '-';
        }
        return name.toString();
    }

    private static Set<String> parameters(Class<?> rule) {
        Set<String> names = new TreeSet<>();
        if (AbstractEnforcerRule.class.isAssignableFrom(rule)) {
            names.add("level");
        }
        for (Class<?> type = rule;
                MistypedParameters.class.getPackage().equals(type.getPackage());
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    names.add(field.getName());
                }
            }
        }
        return names;
    }
}
