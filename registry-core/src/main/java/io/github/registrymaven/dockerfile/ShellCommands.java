package io.github.registrymaven.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The commands of a {@code RUN}, in their order, each as its words. What runs them conditionally or in a pipe is not told:
 * rules ask what a line may do, not when.
 */
public final class ShellCommands {
    private static final String ENDS = ";&|\n()";
    private static final Set<String> BEFORE_A_COMMAND =
            Set.of("sudo", "exec", "command", "then", "do", "else", "if", "while", "until", "!", "{", "time", "env");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "/bin/sh", "/bin/bash");

    private ShellCommands() {}

    /** All of them; none where it runs a program that is no shell, in a here-document of another language for one. */
    public static List<List<String>> of(Instruction run) {
        List<String> exec = run.exec();
        if (exec != null) {
            return exec.isEmpty() ? List.of() : inside(exec);
        }
        List<List<String>> commands = new ArrayList<>(split(run.text()));
        for (String document : run.documents()) {
            if (isForAShell(run.text(), document)) {
                commands.addAll(split(document.replaceAll("\\\\\r?\n", " ")));
            }
        }
        return List.copyOf(commands);
    }

    /** What {@code sh -c} is told to run; otherwise the command itself. */
    private static List<List<String>> inside(List<String> command) {
        boolean shell = command.size() > 2
                && SHELLS.contains(command.get(0))
                && command.get(1).matches("-[a-z]*c");
        return shell ? split(command.get(2)) : List.of(command);
    }

    /** {@code RUN <<EOF} and {@code RUN bash <<EOF}, but neither {@code RUN python <<EOF} nor one that a file is made of. */
    private static boolean isForAShell(String text, String document) {
        String first = Words.of(text).stream().findFirst().orElse("");
        boolean begins = first.isEmpty() || first.startsWith("<<");
        return (begins && !document.startsWith("#!")) || SHELLS.contains(first) || isShellScript(document);
    }

    private static boolean isShellScript(String document) {
        String first = document.lines().findFirst().orElse("");
        return first.startsWith("#!") && first.strip().endsWith("sh");
    }

    private static List<List<String>> split(String text) {
        List<List<String>> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here == '\\' && quote != '\'' && at + 1 < text.length()) {
                command.append(here).append(text.charAt(++at));
            } else if (quote == 0 && ENDS.indexOf(here) >= 0) {
                add(command, commands);
            } else if (quote == 0 && here == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end - 1;
            } else {
                quote = quote == 0 && (here == '"' || here == '\'') ? here : quote == here ? 0 : quote;
                command.append(here);
            }
        }
        add(command, commands);
        return commands;
    }

    private static void add(StringBuilder command, List<List<String>> commands) {
        List<String> words = new ArrayList<>(Words.of(command.toString()));
        command.setLength(0);
        while (!words.isEmpty() && (BEFORE_A_COMMAND.contains(words.get(0)) || isAssignment(words.get(0)))) {
            words.remove(0);
        }
        if (!words.isEmpty() && !words.get(0).startsWith("<<")) {
            commands.addAll(inside(List.copyOf(words)));
        }
    }

    private static boolean isAssignment(String word) {
        return word.matches("[A-Za-z_][A-Za-z0-9_]*=.*");
    }
}
