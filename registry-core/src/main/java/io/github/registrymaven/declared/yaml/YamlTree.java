package io.github.registrymaven.declared.yaml;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML document. A tag of its own, such as {@code !Sub}, becomes an object with one field of that name, so that it
 * reads like its long form in JSON.
 *
 * <p>Built from the engine's events and not from its nodes: its composer goes as deep as a document says, while here depth
 * and size, aliases written out, have a bound.
 */
public final class YamlTree {
    private static final int MOST_VALUES = 200_000;
    private static final int DEPTH = 200;
    /** Puts an object's fields into the one it stands in. */
    private static final String MERGE = "<<";

    private static final int MOST_CHARACTERS = 8_000_000;

    private final String file;
    private final Iterator<Event> events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;

    private YamlTree(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** What an alias stands for, and how many values that is. */
    private record Anchored(Node node, int values) {}

    /** The first document of the text. */
    public static Node read(String text, String file) throws Unreadable {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try {
            return new YamlTree(file, new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException broken) {
            throw new Unreadable(place(broken.getProblemMark(), file), YamlComplaint.about(broken));
        } catch (YamlEngineException broken) {
            throw new Unreadable(new Place(file, 1), YamlComplaint.about(broken));
        }
    }

    private Node document() throws Unreadable {
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                return node(event, place(event.getStartMark(), file), 0);
            }
        }
        return new Node.Nothing(new Place(file, 1));
    }

    /**
     * @param at where it is said to be: an object below a name begins with the name, as people see it
     */
    private Node node(Event event, Place at, int depth) throws Unreadable {
        if (depth > DEPTH) {
            throw new Unreadable(at, "is nested deeper than " + DEPTH + " levels");
        }
        if (event instanceof AliasEvent alias) {
            Anchored known = anchors.get(alias.getAlias().getValue());
            if (known == null) {
                throw new Unreadable(
                        at, "expected an anchor &" + alias.getAlias().getValue() + " that ends before this");
            }
            count(known.values(), at);
            return known.node();
        }
        int before = values;
        count(1, at);
        Node node = tagged(event, at, depth);
        int size = values - before;
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(node, size)));
        return node;
    }

    private Node tagged(Event event, Place at, int depth) throws Unreadable {
        if (event instanceof ScalarEvent scalar) {
            String tag = scalar.getTag().orElse(null);
            return wrapped(tag, YamlScalar.of(scalar.getValue(), tag, scalar.isPlain(), at), at);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        Node value = event.getEventId() == Event.ID.MappingStart ? mapping(at, depth) : sequence(at, depth);
        return wrapped(start.getTag().orElse(null), value, at);
    }

    private Node mapping(Place at, int depth) throws Unreadable {
        Map<String, Node> fields = new LinkedHashMap<>();
        Map<String, Node> merged = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Place named = place(next.getStartMark(), file);
            String name = node(next, named, depth + 1).text();
            if (name == null) {
                throw new Unreadable(named, "expected a plain name before ':'");
            }
            Event value = events.next();
            Place start = value instanceof CollectionStartEvent ? named : place(value.getStartMark(), file);
            Node read = node(value, start, depth + 1);
            if (name.equals(MERGE)) {
                merge(read, merged);
            } else {
                fields.put(name, read);
            }
        }
        merged.forEach(fields::putIfAbsent);
        return new Node.Fields(fields, at);
    }

    /** CloudFormation itself takes none, but the tools that pack templates for it write them out. The first one counts. */
    private static void merge(Node source, Map<String, Node> into) {
        for (Node one : source.items()) {
            if (one instanceof Node.Fields object) {
                object.fields().forEach(into::putIfAbsent);
            }
        }
    }

    private Node sequence(Place at, int depth) throws Unreadable {
        List<Node> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, place(next.getStartMark(), file), depth + 1));
        }
        return new Node.Items(items, at);
    }

    private static Node wrapped(@Nullable String tag, Node value, Place at) {
        boolean own = tag != null && tag.startsWith("!") && tag.length() > 1;
        return own ? new Node.Fields(Map.of(tag, value), at) : value;
    }

    private void count(int more, Place at) throws Unreadable {
        values += more;
        if (values > MOST_VALUES) {
            throw new Unreadable(at, "holds more than " + MOST_VALUES + " values once its aliases are written out");
        }
    }

    private static Place place(Optional<Mark> mark, String file) {
        return new Place(file, mark.map(found -> found.getLine() + 1).orElse(1));
    }
}
