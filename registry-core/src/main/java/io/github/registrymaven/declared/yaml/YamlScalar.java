package io.github.registrymaven.declared.yaml;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a plain word of YAML means, by YAML 1.2's core schema. */
final class YamlScalar {
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
    /** A number that starts with a zero stays text, as it is written: an account may be {@code 012345678901}. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30})?");

    private YamlScalar() {}

    static Node of(String word, @Nullable String tag, boolean plain, Place at) {
        if (!plain || tag != null) {
            return new Node.Text(word, at);
        }
        if (NULL.matcher(word).matches()) {
            return new Node.Nothing(at);
        }
        if (FLAG.matcher(word).matches()) {
            return new Node.Flag("true".equalsIgnoreCase(word), at);
        }
        return NUMBER.matcher(word).matches() ? new Node.Numeral(new BigDecimal(word), at) : new Node.Text(word, at);
    }
}
