package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.ShellCommands;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a package manager needs to install is not shipped with what it installed: lists, caches, recommended packages. */
final class PackageLists implements Practice {
    private static final String APT = "apt(-get)?";
    private static final Pattern BRACES = Pattern.compile("([^{}]*)\\{([^{}]*,[^{}]*)}([^{}]*)");

    @Override
    public String id() {
        return "package-lists";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.GOOD;
    }

    @Override
    public void look(Look look) {
        // Not below level strict: some of what packages recommend is needed, and only the image's author knows what.
        boolean leaveOut = look.terms().level() == PolicyLevel.STRICT
                && look.shipped("RUN")
                        .noneMatch(run -> run.text().contains("apt.conf") && namesRecommended(run.text()));
        look.shipped("RUN")
                .filter(run -> !Commands.isCached(run))
                .forEach(run -> look(look, run, ShellCommands.of(run), leaveOut));
    }

    private void look(Look look, Instruction run, List<List<String>> commands, boolean leaveOut) {
        for (List<String> command : commands) {
            boolean installs = Commands.has(command, "install") || Commands.has(command, "add");
            String program = Commands.program(command);
            if (installs && leaves(command, commands)) {
                fail(
                        look,
                        run,
                        "ships what " + program + " needs to install",
                        "Clean up in the same line",
                        change(program));
                return;
            }
            if (installs
                    && program.matches(APT)
                    && leaveOut
                    && command.stream().noneMatch(PackageLists::namesRecommended)) {
                fail(look, run, "installs what packages only recommend", "Install what is named only", change(program));
                return;
            }
            if (isUpdateAlone(command, commands)) {
                look.verdicts()
                        .fail(
                                run.line(),
                                "updates package lists in a line of its own, which stays in the cache for ever (" + id()
                                        + ")",
                                "update and install in one line",
                                "Join the two lines",
                                change(program));
                return;
            }
        }
    }

    private void fail(Look look, Instruction run, String fact, String title, String change) {
        look.verdicts()
                .fail(
                        run.line(),
                        fact + " (" + id() + ")",
                        "nothing but what runs, and nothing left behind by the package manager",
                        title,
                        change);
    }

    /** Something else beside it, a script, may install. */
    private static boolean isUpdateAlone(List<String> command, List<List<String>> commands) {
        return Commands.program(command).matches(APT)
                && Commands.has(command, "update")
                && commands.stream().allMatch(Commands::standsApart)
                && commands.stream()
                        .noneMatch(each -> Commands.has(each, "install")
                                || Commands.has(each, "upgrade")
                                || Commands.has(each, "dist-upgrade"));
    }

    private static boolean leaves(List<String> command, List<List<String>> commands) {
        return switch (Commands.program(command)) {
            case "apt-get", "apt" -> !cleansLists(commands);
            case "apk" -> !Commands.has(command, "--no-cache") && !cleans(commands, "/var/cache/apk");
            case "yum", "dnf", "microdnf" ->
                !cleans(commands, "/var/cache") && commands.stream().noneMatch(each -> Commands.has(each, "clean"));
            default -> false;
        };
    }

    /** The line as it should be. */
    private static String change(String program) {
        return switch (program) {
            case "apk" -> "RUN apk add --no-cache PACKAGES";
            case "yum", "dnf", "microdnf" -> "RUN " + program + " install -y PACKAGES && " + program + " clean all";
            default ->
                "RUN apt-get update \\\n && apt-get install -y --no-install-recommends PACKAGES \\\n"
                        + " && rm -rf /var/lib/apt/lists/*";
        };
    }

    /** {@code --no-install-recommends} and {@code -o APT::Install-Recommends=false}. */
    private static boolean namesRecommended(String text) {
        return text.toLowerCase(Locale.ROOT).contains("install-recommends");
    }

    /** {@code clean} alone leaves the lists; {@code dist-clean}, which official images use from Debian 13 on, takes them too. */
    private static boolean cleansLists(List<List<String>> commands) {
        return cleans(commands, "/var/lib/apt/lists")
                || commands.stream()
                        .anyMatch(each -> Commands.program(each).matches(APT)
                                && (Commands.has(each, "dist-clean") || Commands.has(each, "distclean")));
    }

    /** {@code /var/lib/{apt,dpkg}/} as a shell has it that knows braces. */
    private static Stream<String> alternatives(String word) {
        Matcher braces = BRACES.matcher(word);
        return braces.matches()
                ? Arrays.stream(braces.group(2).split(",", -1)).map(each -> braces.group(1) + each + braces.group(3))
                : Stream.of(word);
    }

    /** The folder, something in it, or one that it lies in. */
    private static boolean cleans(List<List<String>> commands, String folder) {
        return commands.stream()
                .filter(each -> Commands.program(each).equals("rm"))
                .flatMap(List::stream)
                .flatMap(PackageLists::alternatives)
                .map(word -> word.replaceFirst("/\\*?$", ""))
                .anyMatch(word -> word.startsWith(folder) || (word.startsWith("/") && folder.startsWith(word + "/")));
    }
}
