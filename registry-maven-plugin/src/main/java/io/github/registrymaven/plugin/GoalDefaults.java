package io.github.registrymaven.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The parameters of a goal with their properties and defaults, from the plugin's own descriptor, where Maven has them from. It
 * is read with the JDK: Maven 4 fails to read one of this size from a Reader, and Maven 3 has nothing else.
 */
final class GoalDefaults {
    private final Map<String, @Nullable Xpp3Dom> byParameter;

    private GoalDefaults(Map<String, @Nullable Xpp3Dom> byParameter) {
        this.byParameter = byParameter;
    }

    static GoalDefaults of(String goal) {
        for (Element mojo : goals()) {
            if (text(mojo, "goal").equals(goal)) {
                Element configuration = child(mojo, "configuration");
                Map<String, @Nullable Xpp3Dom> defaults = new LinkedHashMap<>();
                for (Element parameter : children(Objects.requireNonNull(child(mojo, "parameters")))) {
                    String name = text(parameter, "name");
                    Element byDefault = configuration == null ? null : child(configuration, name);
                    defaults.put(name, byDefault == null ? null : dom(byDefault));
                }
                return new GoalDefaults(defaults);
            }
        }
        throw new IllegalStateException("the plugin's own descriptor has no goal " + goal);
    }

    /** The properties that some of the plugin's goals read, and of which class each is. */
    static Map<String, String> types(Predicate<String> goals) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Element mojo : goals()) {
            if (!goals.test(text(mojo, "goal"))) {
                continue;
            }
            Element configuration = child(mojo, "configuration");
            for (Element parameter : configuration == null ? List.<Element>of() : children(configuration)) {
                addType(types, parameter.getTextContent().strip(), parameter.getAttribute("implementation"));
            }
        }
        return types;
    }

    static void addType(Map<String, String> types, String expression, String type) {
        if (expression.startsWith("${registry.")) {
            types.put(expression.substring("${".length(), expression.length() - 1), type);
        }
    }

    /** What the goal is configured with, the way Maven does it: the POM's elements over properties and defaults. */
    Xpp3Dom under(@Nullable Xpp3Dom given) {
        Xpp3Dom merged = new Xpp3Dom("configuration");
        byParameter.forEach((name, defaults) -> {
            Xpp3Dom element = given == null ? null : given.getChild(name);
            Xpp3Dom both =
                    element == null ? defaults : Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(element), defaults, Boolean.TRUE);
            if (both != null) {
                merged.addChild(new Xpp3Dom(both));
            }
        });
        return merged;
    }

    /** The goals of the descriptor, as elements. */
    static Iterable<Element> goals() {
        try (InputStream bytes = Objects.requireNonNull(
                GoalDefaults.class.getResourceAsStream("/META-INF/maven/plugin.xml"), "no descriptor")) {
            Element plugin = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(bytes)
                    .getDocumentElement();
            return children(Objects.requireNonNull(child(plugin, "mojos")));
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException("the plugin's own descriptor cannot be read", unreadable);
        }
    }

    static String text(Element parent, String name) {
        Element element = child(parent, name);
        return element == null ? "" : element.getTextContent().strip();
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Element child : children(parent)) {
            if (child.getTagName().equals(name)) {
                return child;
            }
        }
        return null;
    }

    private static Iterable<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                children.add((Element) node);
            }
        }
        return children;
    }

    /**
     * Defaults of a goal are texts with attributes. Of which class a parameter is, which is one of them, its field says as well;
     * read from here it would be looked up by name, for each parameter of each project.
     */
    private static Xpp3Dom dom(Element from) {
        Xpp3Dom dom = new Xpp3Dom(from.getTagName());
        String value = from.getTextContent().strip();
        dom.setValue(value.isEmpty() ? null : value);
        for (int i = 0; i < from.getAttributes().getLength(); i++) {
            Node attribute = from.getAttributes().item(i);
            if (!attribute.getNodeName().equals("implementation")) {
                dom.setAttribute(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        return dom;
    }
}
