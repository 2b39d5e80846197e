package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body;
import io.github.registrymaven.declared.hcl.Body.Attribute;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the files of a module's folder declare, by name. */
final class ModuleFolder {
    private final Path path;
    private final String shown;
    private final Map<String, Attribute> locals = new LinkedHashMap<>();
    /** By type, and by what tells those of a type apart. */
    private final Map<String, Map<String, Block>> blocks = new LinkedHashMap<>();

    private final List<Place> unread = new ArrayList<>();

    ModuleFolder(Path path, String shown) {
        this.path = path;
        this.shown = shown;
    }

    /** Its real path. */
    Path path() {
        return path;
    }

    /** Where it is, for people. */
    Place at() {
        return new Place(shown, 1);
    }

    /** Takes in a file's content. */
    void add(Body file) {
        for (Block block : file.blocks()) {
            if (block.type().equals("locals")) {
                locals.putAll(block.body().attributes());
            } else {
                Map<String, Block> alike = blocks.computeIfAbsent(block.type(), type -> new LinkedHashMap<>());
                alike.putIfAbsent(key(block, alike.size()), block);
            }
        }
    }

    /** Takes in an override file's content. */
    void override(Body file) {
        for (Block block : file.blocks()) {
            Map<String, Block> alike = blocks.get(block.type());
            if (block.type().equals("locals")) {
                locals.putAll(block.body().attributes());
            } else if (alike != null) {
                alike.computeIfPresent(key(block, alike.size()), (key, before) -> {
                    Body merged = before.body().overriddenBy(block.body());
                    return new Block(before.type(), before.labels(), merged, before.at());
                });
            }
        }
    }

    /** Notes that a file could not be read, so that something may be declared that is not known of. */
    void lacks(Place file) {
        unread.add(file);
    }

    /** The files that could not be read. */
    List<Place> unread() {
        return unread;
    }

    @Nullable
    Attribute local(String name) {
        return locals.get(name);
    }

    /** The block of that type with those labels, joined by dots. */
    @Nullable
    Block block(String type, String labels) {
        return blocks.getOrDefault(type, Map.of()).get(labels);
    }

    Collection<Block> blocks(String type) {
        return blocks.getOrDefault(type, Map.of()).values();
    }

    /**
     * Providers come several times, told apart by their alias; what has no label, by its place.
     *
     * @param alike how many of its type there are already
     */
    private static String key(Block block, int alike) {
        String key = String.join(".", block.labels());
        if (block.type().equals("provider")) {
            return key + "#"
                    + (block.body().value("alias") instanceof Expression.Literal alias
                            ? alias.value().text()
                            : "");
        }
        return block.labels().isEmpty() ? "#" + alike : key;
    }
}
