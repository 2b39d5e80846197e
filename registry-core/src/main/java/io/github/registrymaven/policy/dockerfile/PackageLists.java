package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.ShellCommands;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a package manager needs to install is not shipped with what it installed: lists, caches, recommended packages. */
final class PackageLists implements Practice {
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
        look.shipped("RUN")
                .filter(run -> !Commands.isCached(run))
                .forEach(run -> look(look, run, ShellCommands.of(run)));
    }

    private void look(Look look, Instruction run, List<List<String>> commands) {
        for (List<String> command : commands) {
            String change = change(command, commands);
            if (change != null) {
                look.verdicts()
                        .fail(
                                run.line(),
                                "ships what " + Commands.program(command) + " needs to install (" + id() + ")",
                                "nothing left behind by the package manager",
                                "Clean up in the same line",
                                change);
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
                                "RUN apt-get update && apt-get install -y --no-install-recommends PACKAGES"
                                        + " && rm -rf /var/lib/apt/lists/*");
                return;
            }
        }
    }

    /** Something else beside it, a script, may install. */
    private static boolean isUpdateAlone(List<String> command, List<List<String>> commands) {
        return Commands.program(command).matches("apt(-get)?")
                && Commands.has(command, "update")
                && commands.stream().allMatch(Commands::standsApart)
                && commands.stream()
                        .noneMatch(each -> Commands.has(each, "install")
                                || Commands.has(each, "upgrade")
                                || Commands.has(each, "dist-upgrade"));
    }

    /** The line as it should be; null where it leaves nothing behind. */
    private static @Nullable String change(List<String> command, List<List<String>> commands) {
        boolean installs = Commands.has(command, "install") || Commands.has(command, "add");
        if (!installs) {
            return null;
        }
        return switch (Commands.program(command)) {
            case "apt-get", "apt" ->
                cleansLists(commands) && command.stream().anyMatch(PackageLists::saysWhichToInstall)
                        ? null
                        : "RUN apt-get update \\\n && apt-get install -y --no-install-recommends PACKAGES \\\n"
                                + " && rm -rf /var/lib/apt/lists/*";
            case "apk" ->
                Commands.has(command, "--no-cache") || cleans(commands, "/var/cache/apk")
                        ? null
                        : "RUN apk add --no-cache PACKAGES";
            case "yum", "dnf", "microdnf" ->
                cleans(commands, "/var/cache") || commands.stream().anyMatch(each -> Commands.has(each, "clean"))
                        ? null
                        : "RUN " + Commands.program(command) + " install -y PACKAGES && " + Commands.program(command)
                                + " clean all";
            default -> null;
        };
    }

    /** {@code --no-install-recommends} and {@code -o APT::Install-Recommends=false}. */
    private static boolean saysWhichToInstall(String word) {
        return word.toLowerCase(Locale.ROOT).contains("install-recommends");
    }

    /** {@code clean} alone leaves the lists; {@code dist-clean}, which official images use from Debian 13 on, takes them too. */
    private static boolean cleansLists(List<List<String>> commands) {
        return cleans(commands, "/var/lib/apt/lists")
                || commands.stream()
                        .anyMatch(each -> Commands.program(each).matches("apt(-get)?")
                                && (Commands.has(each, "dist-clean") || Commands.has(each, "distclean")));
    }

    /** The folder, something in it, or one that it lies in. */
    private static boolean cleans(List<List<String>> commands, String folder) {
        return commands.stream()
                .filter(each -> Commands.program(each).equals("rm"))
                .flatMap(List::stream)
                .map(word -> word.replaceFirst("/\\*?$", ""))
                .anyMatch(word -> word.startsWith(folder) || (word.startsWith("/") && folder.startsWith(word + "/")));
    }
}
