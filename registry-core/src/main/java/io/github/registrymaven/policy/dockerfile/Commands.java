package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.diagnosis.ShellText;
import io.github.registrymaven.dockerfile.Instruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a command of a shell is for, as far as its first words tell. */
final class Commands {
    private static final Set<String> COMPILERS =
            Set.of("javac", "ant", "sbt", "native-image", "make", "gcc", "g++", "bazel");
    private static final Set<String> MAVEN = Set.of("mvn", "mvnw", "mvnd");
    private static final Set<String> GRADLE = Set.of("gradle", "gradlew");
    private static final Set<String> NODE = Set.of("npm", "yarn", "pnpm");
    private static final Set<String> PACKAGES = Set.of("apt-get", "apt", "apk", "yum", "dnf", "microdnf", "zypper");

    /** What has nothing to do with the application: a line of these and of package managers needs no file of it. */
    private static final Set<String> APART =
            Set.of("rm", "set", "echo", "groupadd", "useradd", "addgroup", "adduser", "update-ca-certificates", "true");

    private Commands() {}

    /** Whether what the line downloads is kept between builds, and not shipped. */
    static boolean isCached(Instruction run) {
        return run.flags().getOrDefault("mount", "").contains("type=cache");
    }

    /** Its program, without the folder. */
    static String program(List<String> command) {
        String first = command.get(0);
        return first.substring(first.lastIndexOf('/') + 1);
    }

    /** What builds software, such as {@code mvn package}; null where it does not. */
    static @Nullable String build(List<String> command) {
        String program = program(command);
        if (asksForItself(command)) {
            return null;
        }
        if (MAVEN.contains(program) || GRADLE.contains(program)) {
            return program + lastGoal(command);
        }
        if (COMPILERS.contains(program)) {
            return program;
        }
        boolean builds = NODE.contains(program)
                ? has(command, "build")
                : switch (program) {
                    case "go", "cargo" -> has(command, "build") || has(command, "install");
                    case "dotnet" -> has(command, "build") || has(command, "publish");
                    default -> false;
                };
        return builds ? program + " build" : null;
    }

    /** Where a program leaves the archive that it builds; null where it builds none. */
    static @Nullable String archive(String program) {
        if (GRADLE.contains(program)) {
            return "build/libs/app.jar";
        }
        return MAVEN.contains(program) || program.equals("ant") ? "target/app.jar" : null;
    }

    /** The tool whose dependencies it downloads; null where it downloads none. */
    static @Nullable String downloads(List<String> command) {
        String program = program(command);
        boolean offline = has(command, "-o") || has(command, "--offline") || asksForItself(command);
        if ((MAVEN.contains(program) || GRADLE.contains(program)) && !offline) {
            return MAVEN.contains(program) ? "Maven" : "Gradle";
        }
        boolean node = NODE.contains(program) && (has(command, "ci") || has(command, "install"));
        if (node && !has(command, "-g") && !has(command, "--global")) {
            return program;
        }
        boolean python = program.startsWith("pip") && has(command, "install") && has(command, "-r");
        return python ? "pip" : null;
    }

    /** The tools whose dependencies it brings from another stage or image, where they were downloaded before. */
    static Set<String> downloadedBy(Instruction copy) {
        Set<String> tools = new HashSet<>();
        for (String word : copy.flags().containsKey("from") ? copy.words() : List.<String>of()) {
            if (word.matches("(.*/)?\\.m2(/.*)?")) {
                tools.add("Maven");
            } else if (word.matches("(.*/)?\\.gradle(/.*)?")) {
                tools.add("Gradle");
            } else if (word.matches("(.*/)?node_modules(/.*)?")) {
                tools.addAll(NODE);
            }
        }
        return tools;
    }

    /** Whether it installs packages of the system, from elsewhere than from a file that lies here. */
    static boolean installsPackages(List<String> command) {
        return PACKAGES.contains(program(command))
                && (has(command, "install") || has(command, "add"))
                && command.stream().noneMatch(word -> word.contains("/") || isPackageFile(word));
    }

    /** Whether it installs packages, renews what there are, or cleans up after that. */
    static boolean handlesPackages(List<String> command) {
        boolean cleans = program(command).equals("rm")
                && command.subList(1, command.size()).stream()
                        .allMatch(word -> word.startsWith("-") || word.startsWith("/var/"));
        return cleans
                || (PACKAGES.contains(program(command))
                        && command.subList(1, command.size()).stream().noneMatch(word -> word.contains("/")));
    }

    /** For a shell to read, with quotes where it would read something else without them. */
    static String asWritten(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[\\w@%+=:,./*~-]+") ? word : ShellText.quoted(word))
                .collect(Collectors.joining(" "));
    }

    /** Whether it may do without all files of the application. */
    static boolean standsApart(List<String> command) {
        boolean packages =
                PACKAGES.contains(program(command)) && command.stream().noneMatch(Commands::isPackageFile);
        return packages || APART.contains(program(command));
    }

    private static boolean isPackageFile(String word) {
        return word.matches(".*\\.(deb|rpm|apk)");
    }

    static boolean has(List<String> command, String word) {
        return command.subList(1, command.size()).contains(word);
    }

    private static boolean asksForItself(List<String> command) {
        return command.size() > 1
                && command.subList(1, command.size()).stream()
                        .allMatch(word -> word.matches("-v|-V|--version|-version|--help|help|wrapper|wrapper:wrapper"));
    }

    private static String lastGoal(List<String> command) {
        String goal = "";
        for (String word : command.subList(1, command.size())) {
            goal = word.matches("[a-z][A-Za-z:-]*") ? " " + word : goal;
        }
        return goal;
    }
}
