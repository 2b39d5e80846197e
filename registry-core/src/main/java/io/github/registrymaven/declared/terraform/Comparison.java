package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether values are equal, wherever they were written. Values may share parts, so the work has a bound. Not thread-safe. */
final class Comparison {
    private int left = 10_000;

    /** Null where it cannot be known. */
    @Nullable
    Boolean equal(Node a, Node b) {
        if (--left < 0 || a instanceof Node.Unknown || b instanceof Node.Unknown) {
            return null;
        }
        if (a instanceof Node.Items one && b instanceof Node.Items other) {
            return equal(one.items(), other.items());
        }
        if (a instanceof Node.Fields one && b instanceof Node.Fields other) {
            return equal(one.fields(), other.fields());
        }
        if (a instanceof Node.Numeral one && b instanceof Node.Numeral other) {
            return one.value().compareTo(other.value()) == 0;
        }
        if (a instanceof Node.Nothing || b instanceof Node.Nothing) {
            return a instanceof Node.Nothing && b instanceof Node.Nothing;
        }
        String text = a.text();
        return a.getClass() == b.getClass() && text != null && text.equals(b.text());
    }

    private @Nullable Boolean equal(List<Node> a, List<Node> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Boolean all = true;
        for (int i = 0; i < a.size(); i++) {
            Boolean one = equal(a.get(i), b.get(i));
            if (Boolean.FALSE.equals(one)) {
                return false;
            }
            all = one == null ? null : all;
        }
        return all;
    }

    private @Nullable Boolean equal(Map<String, Node> a, Map<String, Node> b) {
        if (!a.keySet().equals(b.keySet())) {
            return false;
        }
        Boolean all = true;
        for (Map.Entry<String, Node> field : a.entrySet()) {
            Node other = b.get(field.getKey());
            Boolean one = other == null ? null : equal(field.getValue(), other);
            if (Boolean.FALSE.equals(one)) {
                return false;
            }
            all = one == null ? null : all;
        }
        return all;
    }
}
