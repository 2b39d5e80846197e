package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.declared.yaml.YamlTree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that turn values into text and back. */
final class EncodingFunctions {
    private EncodingFunctions() {}

    /** Null where it is none of these functions, or is given what it does not take. */
    static @Nullable Node call(String name, List<Node> arguments, Place at) {
        if (arguments.size() != 1) {
            return null;
        }
        Node value = arguments.get(0);
        if (name.equals("jsonencode")) {
            return JsonText.of(value).movedTo(at);
        }
        String text = value.text();
        return text == null ? null : decoded(name, text, at);
    }

    private static @Nullable Node decoded(String name, String text, Place at) {
        try {
            return switch (name) {
                case "jsondecode" -> JsonTree.read(text, at.file(), false);
                case "yamldecode" -> YamlTree.read(text, at.file());
                case "base64encode" ->
                    new Node.Text(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), at);
                case "base64decode" ->
                    new Node.Text(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8), at);
                default -> null;
            };
        } catch (Unreadable | IllegalArgumentException malformed) {
            return new Node.Unknown(name + "() is given what it cannot read", Node.Clue.INVALID, at);
        }
    }
}
