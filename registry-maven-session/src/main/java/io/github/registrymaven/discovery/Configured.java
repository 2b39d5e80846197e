package io.github.registrymaven.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** How an execution of a goal is configured, read as Maven hands it to the goal: merged, and with its expressions evaluated. */
final class Configured {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]+)}");

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final List<Configured> before;
    private final PluginParameterExpressionEvaluator evaluator;
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * An execution with its merged configuration.
     *
     * @param session one whose current project is the execution's
     * @param before what the plugin does before it in this build, and has to do with its pushes
     */
    Configured(MavenSession session, MavenProject project, MojoExecution execution, List<Configured> before) {
        this.before = List.copyOf(before);
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
    }

    MavenProject project() {
        return project;
    }

    MavenSession session() {
        return session;
    }

    /** The last execution of the plugin before this one that fits. */
    @Nullable
    Configured preparedBy(Predicate<Configured> fits) {
        return before.stream().filter(fits).reduce((earlier, later) -> later).orElse(null);
    }

    /** The properties that it was read from so far, but for those that the command line has settled. */
    Set<String> asked() {
        Set<String> all = new LinkedHashSet<>(asked);
        before.forEach(earlier -> all.addAll(earlier.asked()));
        return all;
    }

    private void ask(String property) {
        if (!session.getUserProperties().containsKey(property)) {
            asked.add(property);
        }
    }

    String groupId() {
        return execution.getGroupId();
    }

    String artifactId() {
        return execution.getArtifactId();
    }

    String goal() {
        return execution.getGoal();
    }

    /** Where something was found: {@code jib-maven-plugin:build (execution push, <to><image>)}. */
    String at(String element) {
        return artifactId() + ":" + goal() + " (execution " + execution.getExecutionId() + ", " + element + ")";
    }

    /** An element below the configuration; null where it is not there. */
    @Nullable
    Xpp3Dom element(String... path) {
        return below(execution.getConfiguration(), path);
    }

    static @Nullable Xpp3Dom below(@Nullable Xpp3Dom from, String... path) {
        Xpp3Dom element = from;
        for (String name : path) {
            element = element == null ? null : element.getChild(name);
        }
        return element;
    }

    /** The text of an element; null where Maven would leave the parameter alone. */
    @Nullable
    String text(String... path) {
        return textOf(element(path));
    }

    @Nullable
    String textOf(@Nullable Xpp3Dom element) {
        if (element == null) {
            return null;
        }
        String written = evaluated(element.getValue());
        String text = written == null ? evaluated(element.getAttribute("default-value")) : written;
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * The text of an element that names something. An expression without a value stays as it is written, as it does in a longer
     * text: what is left out would be a name that nobody gave.
     */
    @Nullable
    String nameOf(@Nullable Xpp3Dom element) {
        String text = textOf(element);
        return text == null && element != null && isOpen(element) ? element.getValue() : text;
    }

    /** A parameter with a user property, which names something. */
    @Nullable
    String name(String property, String name) {
        String given = nameOf(given(property, name));
        return given == null ? parameter(property, name) : given;
    }

    /** What the POM says; the plan has the expression of the parameter's own property where it says nothing. */
    @Nullable
    Xpp3Dom given(String property, String name) {
        Xpp3Dom element = element(name);
        boolean asPlanned =
                element != null && element.getChildCount() == 0 && ("${" + property + "}").equals(element.getValue());
        return asPlanned ? null : element;
    }

    /**
     * Whether an element has an expression that nothing has given a value yet, and that a plugin may give one during the build.
     * Those of the environment and of settings.xml are what they are.
     */
    boolean isOpen(@Nullable Xpp3Dom element) {
        String written = element == null ? null : element.getValue();
        Matcher expressions = EXPRESSION.matcher(written == null ? "" : written);
        while (expressions.find()) {
            String name = expressions.group(1);
            boolean fixed = name.startsWith("env.") || name.startsWith("settings.");
            if (!fixed && evaluated(expressions.group()) == null) {
                return true;
            }
        }
        return false;
    }

    /** The texts of an element's children, or the parts of its own. */
    List<String> textsBelow(@Nullable Xpp3Dom element) {
        return below(element, this::textOf);
    }

    /** The same for names. */
    List<String> namesBelow(@Nullable Xpp3Dom element) {
        return below(element, this::nameOf);
    }

    private static List<String> below(@Nullable Xpp3Dom element, Function<Xpp3Dom, @Nullable String> read) {
        List<String> texts = new ArrayList<>();
        String together = element == null || element.getChildCount() > 0 ? null : read.apply(element);
        if (together != null) {
            return split(together);
        }
        for (Xpp3Dom child : element == null ? new Xpp3Dom[0] : element.getChildren()) {
            String text = read.apply(child);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /**
     * A parameter with a user property: the element of the POM, otherwise the property. The plan holds the expression for
     * the property already; the POM alone, without the plugin's descriptor, does not.
     */
    @Nullable
    String parameter(String property, String name) {
        if (textOf(given(property, name)) == null) {
            ask(property);
        }
        String text = text(name);
        return text == null ? evaluated("${" + property + "}") : text;
    }

    /** A parameter that is a list of names, with a user property. */
    List<String> names(String property, String name) {
        Xpp3Dom given = given(property, name);
        if (given != null && (given.getChildCount() > 0 || nameOf(given) != null)) {
            return namesBelow(given);
        }
        ask(property);
        String typed = evaluated("${" + property + "}");
        return typed == null ? List.of() : split(typed);
    }

    /** A text where a list belongs Maven splits at commas, and trims nothing. */
    private static List<String> split(String text) {
        return Arrays.stream(text.split(",")).filter(part -> !part.isEmpty()).collect(Collectors.toUnmodifiableList());
    }

    boolean flag(String property, String name) {
        return Boolean.parseBoolean(parameter(property, name));
    }

    /** A property where plugins look it up themselves: command line, then project, then JVM and environment. */
    @Nullable
    String property(String name) {
        ask(name);
        return first(name, session.getUserProperties(), project.getProperties(), session.getSystemProperties());
    }

    /** A property of the JVM, which holds those of the command line too; otherwise of the project. */
    @Nullable
    String systemOrProject(String name) {
        String system = system(name);
        return system == null ? projects(name) : system;
    }

    /** A property of the project, wherever else it is set. */
    @Nullable
    String projects(String name) {
        asked.add(name);
        return first(name, project.getProperties());
    }

    /** The values of all such properties below a prefix: those with a number in its order, then the others. */
    List<String> systemOrProjectBelow(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (Properties place :
                List.of(project.getProperties(), session.getSystemProperties(), session.getUserProperties())) {
            for (String key : place.stringPropertyNames()) {
                if (key.startsWith(prefix) && !key.endsWith("._combine")) {
                    String rest = key.substring(prefix.length());
                    found.put(rest.matches("\\d+") ? String.format("%9s", rest) : "~" + rest, place.getProperty(key));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** A property of the JVM, which holds those of the command line too. */
    @Nullable
    String system(String name) {
        return first(name, session.getUserProperties(), session.getSystemProperties());
    }

    /** A variable of the environment, which Maven keeps among the system properties. */
    @Nullable
    String environment(String name) {
        return first("env." + name, session.getSystemProperties());
    }

    /** Says where a property comes from, for people. */
    String origin(String property) {
        if (session.getUserProperties().containsKey(property)) {
            return property + " on the command line";
        }
        return project.getProperties().containsKey(property)
                ? property + " in the project's properties"
                : property + " in the JVM's properties";
    }

    private static @Nullable String first(String name, Properties... places) {
        for (Properties place : places) {
            String value = place.getProperty(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** An expression, or what stands for it. */
    @Nullable
    String evaluated(@Nullable String expression) {
        if (expression == null) {
            return null;
        }
        try {
            Object value = evaluator.evaluate(expression);
            return value == null ? null : value.toString();
        } catch (ExpressionEvaluationException unreadable) {
            return expression;
        }
    }
}
