package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.tree.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template's use of another, as of a module, a nested stack or a linked deployment.
 *
 * @param path where the other one is, as it is written, with {@link Node.Clue#GAP} for what is not known of it
 * @param values by the names of the other one's parameters
 * @param made whether it is deployed at all; null where that is not known
 */
public record Use(String path, Node values, @Nullable Boolean made) {
    private static final Pattern FILE_NAME = Pattern.compile(
            "[^/\\\\?" + Node.Clue.GAP + "]+\\.(?:json|ya?ml|template|bicep)(?![^/\\\\?" + Node.Clue.GAP + "])");

    /** By the value that says where the other one is. */
    public static Use of(Node path, Node values, @Nullable Boolean made) {
        String text = path instanceof Node.Unknown unknown ? unknown.clue().literal() : path.text();
        return new Use(text == null ? "" : text, values, made);
    }

    /** The name of the file it means. */
    String fileName() {
        Matcher names = FILE_NAME.matcher(path);
        String last = "";
        while (names.find()) {
            last = names.group();
        }
        return last;
    }

    /** Whether the path leads from the file it is written in, and is known as a whole. */
    boolean isRelative() {
        return !path.contains(Node.Clue.GAP) && !path.contains(":") && !path.startsWith("/");
    }
}
