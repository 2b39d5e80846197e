package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is in a file or in a block. */
public record Body(Map<String, Attribute> attributes, List<Block> blocks) {
    public Body {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        blocks = List.copyOf(blocks);
    }

    /** {@code name = value} */
    public record Attribute(String name, Expression value, Place at) {}

    /** <code>type "label" "label" { … }</code> */
    public record Block(String type, List<String> labels, Body body, Place at) {}

    /** The value of an attribute; null where it is not set. */
    public @Nullable Expression value(String name) {
        Attribute attribute = attributes.get(name);
        return attribute == null ? null : attribute.value();
    }

    /** The blocks of a type, in order. */
    public Stream<Block> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type));
    }

    /** The type of the blocks that a block comes to. */
    private static String made(Block block) {
        return block.type().equals("dynamic") && block.labels().size() == 1
                ? block.labels().get(0)
                : block.type();
    }

    /** As Terraform merges an override file: its attributes replace, and its blocks replace all of their type. */
    public Body overriddenBy(Body other) {
        Map<String, Attribute> merged = new LinkedHashMap<>(attributes);
        merged.putAll(other.attributes);
        Set<String> replaced = new LinkedHashSet<>();
        other.blocks.forEach(block -> replaced.add(made(block)));
        List<Block> kept = new ArrayList<>(blocks);
        kept.removeIf(block -> replaced.contains(made(block)));
        kept.addAll(other.blocks);
        return new Body(merged, kept);
    }
}
