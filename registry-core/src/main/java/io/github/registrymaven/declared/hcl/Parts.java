package io.github.registrymaven.declared.hcl;

import java.util.ArrayList;
import java.util.List;

/** Gathers the parts of a text: characters that follow each other are one part, and {@code ~} takes blanks away. */
final class Parts {
    private final List<TemplatePart> parts = new ArrayList<>();
    private final StringBuilder fixed = new StringBuilder();
    private boolean trimming;

    /** A character as it stands there. */
    void add(char c) {
        if (trimming && Character.isWhitespace(c)) {
            return;
        }
        trimming = false;
        fixed.append(c);
    }

    /** Text as it stands there. */
    void add(String text) {
        String rest = trimming ? text.stripLeading() : text;
        trimming &= rest.isEmpty();
        fixed.append(rest);
    }

    void add(TemplatePart part) {
        end();
        trimming = false;
        parts.add(part);
    }

    /** Takes away the blanks before what comes next. */
    void trimBefore(boolean trims) {
        while (trims && fixed.length() > 0 && Character.isWhitespace(fixed.charAt(fixed.length() - 1))) {
            fixed.setLength(fixed.length() - 1);
        }
    }

    /** Takes away the blanks that follow. */
    void trimAfter(boolean trims) {
        trimming = trims;
    }

    List<TemplatePart> done() {
        end();
        return List.copyOf(parts);
    }

    private void end() {
        if (fixed.length() > 0) {
            parts.add(new TemplatePart.Fixed(fixed.toString()));
            fixed.setLength(0);
        }
    }
}
