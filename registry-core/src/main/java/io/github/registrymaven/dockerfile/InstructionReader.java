package io.github.registrymaven.dockerfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text into instructions: lines that go on, comments between them, here-documents below them. */
final class InstructionReader {
    private static final Set<String> KEYWORDS = Set.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");
    private static final Set<String> TAKE_DOCUMENTS = Set.of("RUN", "COPY", "ADD");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?<=^|\\s)\\d*<<(-?)(['\"]?)([A-Za-z_][A-Za-z0-9_.-]*)\\2");
    private static final Pattern FLAG = Pattern.compile("--([a-z][a-z-]*)(?:=(\\S*))?(?:\\s+|$)");

    private final Lines lines;
    private final List<Instruction> instructions = new ArrayList<>();

    private InstructionReader(Lines lines) {
        this.lines = lines;
    }

    static List<Instruction> read(String text) throws UnreadableDockerfile {
        InstructionReader reader = new InstructionReader(Lines.of(text));
        while (reader.lines.next()) {
            reader.instruction();
        }
        return List.copyOf(reader.instructions);
    }

    private void instruction() throws UnreadableDockerfile {
        int line = lines.begin();
        String[] parts = lines.text().strip().split("\\s+", 2);
        String keyword = parts[0].toUpperCase(Locale.ROOT);
        if (!KEYWORDS.contains(keyword)) {
            throw new UnreadableDockerfile(
                    line, "expected an instruction such as RUN or COPY, found " + shown(parts[0]));
        }
        String rest = parts.length == 1 ? "" : parts[1];
        Map<String, String> flags = new LinkedHashMap<>();
        Matcher flag = FLAG.matcher(rest);
        int from = 0;
        while (flag.region(from, rest.length()).lookingAt()) {
            flags.merge(flag.group(1), flag.group(2) == null ? "" : flag.group(2), (one, more) -> one + "\n" + more);
            from = flag.end();
        }
        String text = rest.substring(from);
        instructions.add(new Instruction(
                keyword, flags, text, text, TAKE_DOCUMENTS.contains(keyword) ? documents(text) : List.of(), line));
    }

    /** What only looks like one, in quotes for instance, has no line that ends it. */
    private List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        Matcher opened = DOCUMENT.matcher(text);
        while (opened.find()) {
            String body = lines.until(opened.group(3), !opened.group(1).isEmpty());
            if (body != null) {
                documents.add(body);
            }
        }
        return documents;
    }

    private static String shown(String word) {
        String start = word.length() > 40 ? word.substring(0, 40) + "…" : word;
        return "'" + start.replaceAll("[^\\x20-\\x7e…]", "?") + "'";
    }
}
