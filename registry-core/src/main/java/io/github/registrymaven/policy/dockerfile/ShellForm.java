package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program is the container's first process, and so gets the signal to stop; a shell before it may keep that to itself. */
final class ShellForm implements Practice {
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s+|[A-Za-z_]\\w*=[^\\s\"']*\\s+");

    private static final Pattern VALUE = Pattern.compile("(?<!\\S)([A-Za-z_]\\w*)=\\S*");
    private static final Pattern ARGUMENTS =
            Pattern.compile("(?<=^|[&;]|[&;]\\s)(\\s*[^\\s=&;]+)\\s[^&;]*?(\\s*(?:&&|;)\\s*|$)");

    private static final Pattern TO_A_SHELL = Pattern.compile("(?:/bin/)?(?:ba|da|a)?sh\\s+-c\\s+([\"'])(.*)\\1\\s*");

    @Override
    public String id() {
        return "shell-form";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.GOOD;
    }

    @Override
    public void look(Look look) {
        Instruction entry = look.last("ENTRYPOINT");
        Instruction start = entry == null ? look.last("CMD") : entry;
        if (start != null && start.exec() == null && !isHandedOver(start)) {
            look.verdicts()
                    .fail(
                            start.line(),
                            "starts its program by a shell, which may keep the signal to stop to itself (" + id() + ")",
                            "the exec form, or exec before the program",
                            "Start the program itself",
                            start.keyword() + " " + withExec(start));
        }
    }

    /** By an {@code exec} before its last command. */
    private static boolean isHandedOver(Instruction start) {
        String line = start.withFlags(Set.of());
        return line.substring(lastCommand(line)).startsWith("exec ");
    }

    /** The shell that docker begins needs no other one. */
    private static String withExec(Instruction start) {
        String line = start.withFlags(Set.of());
        Matcher told = TO_A_SHELL.matcher(line);
        String script = told.matches() ? told.group(2).strip() : line;
        int last = lastCommand(script);
        String before = script.substring(0, last);
        String command = script.substring(last);
        // What is in quotes or pipes, or waits, is parted otherwise.
        boolean isPlain = !before.matches(".*[\"'|].*") && !command.matches(".*[|&;].*");
        if (!isPlain) {
            return "[\"PROGRAM\", \"ARGUMENT\"]";
        }
        return shortened(before) + "exec " + shortened(command.replaceFirst("^exec\\s+", ""));
    }

    /** What programs are given may be nobody's business. */
    private static String shortened(String commands) {
        return ARGUMENTS.matcher(VALUE.matcher(commands).replaceAll("$1=...")).replaceAll("$1 ...$2");
    }

    /** Where it begins, after what it is given of variables. */
    private static int lastCommand(String script) {
        int at = Math.max(script.lastIndexOf("&&") + 1, script.lastIndexOf(';')) + 1;
        at = script.contains("&&") || script.contains(";") ? at : 0;
        Matcher assignment = ASSIGNMENT.matcher(script);
        while (assignment.region(at, script.length()).lookingAt()) {
            at = assignment.end();
        }
        return at;
    }
}
