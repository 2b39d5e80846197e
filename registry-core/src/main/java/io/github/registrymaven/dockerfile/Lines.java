package io.github.registrymaven.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a Dockerfile, where one that ends in a backslash goes on in the next. Not thread-safe. */
final class Lines {
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(.+?)\\s*");

    /** BuildKit's own language, in each of its versions and channels. */
    private static final Pattern USUAL_SYNTAX =
            Pattern.compile("(docker\\.io/)?docker/dockerfile(-upstream)?([:@].*)?");

    private final List<String> lines;
    private char escape = '\\';
    private int next;
    private int begin;
    private String text = "";

    private Lines(List<String> lines) {
        this.lines = lines;
    }

    static Lines of(String text) throws UnreadableDockerfile {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Lines lines = new Lines(marked.lines().toList());
        lines.directives();
        return lines;
    }

    private void directives() throws UnreadableDockerfile {
        for (int at = 0; at < lines.size(); at++) {
            Matcher directive = DIRECTIVE.matcher(lines.get(at).strip());
            if (!directive.matches()) {
                return;
            }
            String value = directive.group(2);
            switch (directive.group(1).toLowerCase(Locale.ROOT)) {
                case "escape" -> {
                    if (!value.equals("\\") && !value.equals("`")) {
                        throw new UnreadableDockerfile(at + 1, "expected escape=\\ or escape=`");
                    }
                    escape = value.charAt(0);
                }
                case "syntax" -> {
                    if (!USUAL_SYNTAX.matcher(value).matches()) {
                        throw new UnreadableDockerfile(
                                at + 1, "is written in a syntax of its own, which is not read here");
                    }
                }
                case "check" -> {}
                default -> {
                    // A comment, and so were all that follow it.
                    return;
                }
            }
        }
    }

    /** Goes to the next instruction; false where there is none. */
    boolean next() {
        StringBuilder joined = new StringBuilder();
        boolean goesOn = true;
        boolean any = false;
        while (goesOn && next < lines.size()) {
            String line = lines.get(next++);
            // Between lines that go on both are passed over as well.
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (!any) {
                begin = next;
                any = true;
            }
            String trimmed = line.stripTrailing();
            goesOn = goesOn(trimmed);
            joined.append(goesOn ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
        }
        text = joined.toString();
        return any && !text.isBlank();
    }

    private boolean goesOn(String line) {
        int last = line.length() - 1;
        return line.charAt(last) == escape && (last == 0 || line.charAt(last - 1) != escape);
    }

    /** The lines up to one that holds nothing but a word; null, and nothing is taken, where there is none. */
    @Nullable
    String until(String word, boolean indented) {
        int from = next;
        StringBuilder body = new StringBuilder();
        while (next < lines.size()) {
            String line = lines.get(next++);
            String shown = indented ? line.replaceFirst("^\t+", "") : line;
            if (shown.equals(word)) {
                return body.toString();
            }
            body.append(shown).append('\n');
        }
        next = from;
        return null;
    }

    /** Where the instruction begins, counted from one. */
    int begin() {
        return begin;
    }

    /** The whole of it on one line. */
    String text() {
        return text;
    }
}
