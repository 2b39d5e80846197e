package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Dockerfile;
import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.ShellCommands;
import io.github.registrymaven.dockerfile.Stage;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code requireLayerCacheOrder}: what seldom changes comes first, so that builds do it once and pushes send it once.
 */
final class LayerCacheOrder implements DockerfileRule {
    private static final Pattern CHANGES_EVERY_BUILD =
            Pattern.compile("(.*_)?(COMMIT|REVISION|GIT_SHA|VCS_REF|BUILD_(DATE|TIME|NUMBER|ID)|TIMESTAMP)(_.*)?");

    @Override
    public String name() {
        return "requireLayerCacheOrder";
    }

    @Override
    public List<Judgement> judge(Dockerfile file, DockerfileTerms terms) {
        Verdicts verdicts = new Verdicts(name(), file.shown(), terms.level());
        Stage shipped = Objects.requireNonNull(file.shipped(terms.target()));
        BitSet needed = file.needed(shipped);
        ApplicationCopy applications = new ApplicationCopy(file);
        // What a stage that is not built would do again, no build does.
        Verdicts unheard = new Verdicts(name(), file.shown(), terms.level());
        List<Walk> walks = new ArrayList<>();
        for (Stage stage : file.stages()) {
            Stage base = stage.base() == null ? null : file.before(stage.number(), stage.base());
            Walk walk = new Walk(applications, stage, terms.level(), needed.get(stage.number()) ? verdicts : unheard);
            walk.go(base == null ? null : walks.get(base.number()));
            walks.add(walk);
        }
        if (terms.level() == PolicyLevel.STRICT) {
            oneLayer(applications, file.lineage(shipped), verdicts);
        }
        return verdicts.orPass(file.stages().get(0).line(), "does what seldom changes first");
    }

    /** One jar with all its dependencies in it is one layer, which every push sends whole. */
    private static void oneLayer(ApplicationCopy applications, List<Stage> lineage, Verdicts verdicts) {
        List<Instruction> copies = lineage.stream()
                .flatMap(stage -> stage.instructions().stream().filter(each -> applications.isOne(each, stage)))
                .toList();
        if (copies.size() == 1 && ApplicationCopy.isOneArchive(copies.get(0))) {
            OneArchive archive = new OneArchive(copies.get(0), lineage.get(0));
            verdicts.fail(
                    copies.get(0).line(),
                    "copies the application as one archive, so every push sends its dependencies again",
                    "dependencies in a layer of their own",
                    archive.title(),
                    archive.change());
        }
    }

    /** One stage, from its first line to its last. */
    private static final class Walk {
        private final ApplicationCopy applications;
        private final Stage stage;
        private final PolicyLevel level;
        private final Verdicts verdicts;
        private final Set<String> downloaded = new HashSet<>();
        private @Nullable Instruction application;
        private @Nullable Instruction number;

        Walk(ApplicationCopy applications, Stage stage, PolicyLevel level, Verdicts verdicts) {
            this.applications = applications;
            this.stage = stage;
            this.level = level;
            this.verdicts = verdicts;
        }

        /** @param below that of the stage it is built upon, which has all of its layers below its own */
        void go(@Nullable Walk below) {
            if (below != null) {
                downloaded.addAll(below.downloaded);
                application = below.application;
                number = below.number;
            }
            for (Instruction each : stage.instructions()) {
                if (each.is("ARG") && changesEveryBuild(each)) {
                    number = number == null ? each : number;
                } else if (application == null && applications.isOne(each, stage)) {
                    application = each;
                } else if (each.is("RUN") && !Commands.isCached(each)) {
                    run(each, ShellCommands.of(each));
                } else if (each.is("COPY")) {
                    downloaded.addAll(Commands.downloadedBy(each));
                }
            }
        }

        private static boolean changesEveryBuild(Instruction arg) {
            return arg.words().stream()
                    .anyMatch(word -> CHANGES_EVERY_BUILD
                            .matcher(word.replaceFirst("=.*", ""))
                            .matches());
        }

        private void run(Instruction run, List<List<String>> commands) {
            boolean installs = commands.stream().anyMatch(Commands::installsPackages)
                    && commands.stream().allMatch(Commands::standsApart);
            if (installs && application != null) {
                moved(run, commands, application, "the application is copied");
            } else if (installs && number != null && level != PolicyLevel.MINIMUM) {
                moved(run, commands, number, number.text().replaceFirst("=.*", "") + " is declared");
            }
            for (List<String> command : commands) {
                String tool = Commands.downloads(command);
                boolean first = tool != null && downloaded.add(tool);
                if (first && application != null && level != PolicyLevel.MINIMUM) {
                    dependencies(run, Objects.requireNonNull(tool), command.get(0), application);
                }
            }
        }

        private void moved(Instruction run, List<List<String>> commands, Instruction before, String what) {
            // What else is in the line may be nobody's business.
            String packages = commands.stream()
                    .filter(Commands::handlesPackages)
                    .map(Commands::asWritten)
                    .collect(Collectors.joining(" && "));
            verdicts.fail(
                    run.line(),
                    "installs packages after " + what + " (line " + before.line() + "), and so in every build again",
                    "packages first, and then what every build changes",
                    "Move line " + run.line() + " up, above line " + before.line(),
                    "RUN " + packages + "\n" + before.keyword() + " ...");
        }

        private void dependencies(Instruction run, String tool, String program, Instruction before) {
            verdicts.fail(
                    run.line(),
                    "lets " + tool + " download after all sources are copied (line " + before.line()
                            + "), and so in every build again",
                    "dependencies before sources, or a cache",
                    "Keep what " + tool + " downloads between builds",
                    "RUN --mount=type=cache,target=" + cache(tool) + " " + program + " ...");
        }

        private static String cache(String tool) {
            return switch (tool) {
                case "Maven" -> "/root/.m2";
                case "Gradle" -> "/root/.gradle";
                case "pip" -> "/root/.cache/pip";
                case "yarn" -> "/usr/local/share/.cache/yarn";
                default -> "/root/." + tool;
            };
        }
    }
}
