package io.github.registrymaven.report;

/** Elements, one inside the other. Text and attributes are escaped here and nowhere else: a server's words are no markup. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Writes what is inside an element. */
    interface Body {
        void write(Html inside);
    }

    Html element(String name, Body body) {
        return element(name, "", body);
    }

    /** @param style the element's class */
    Html element(String name, String style, Body body) {
        text.append('<').append(name);
        if (!style.isEmpty()) {
            text.append(" class=\"").append(escaped(style)).append('"');
        }
        text.append('>');
        body.write(this);
        text.append("</").append(name).append(">\n");
        return this;
    }

    Html text(String name, String content) {
        return element(name, inside -> inside.text.append(escaped(content)));
    }

    Html text(String name, String style, String content) {
        return element(name, style, inside -> inside.text.append(escaped(content)));
    }

    /** Markup of our own, as it is. */
    Html markup(String own) {
        text.append(own);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String escaped(String content) {
        StringBuilder escaped = new StringBuilder();
        for (String line : content.split("\n", -1)) {
            escaped.append(escaped.isEmpty() ? "" : "\n")
                    .append(Block.harmless(line)
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;")
                            .replace("\"", "&quot;")
                            .replace("'", "&#39;"));
        }
        return escaped.toString();
    }
}
