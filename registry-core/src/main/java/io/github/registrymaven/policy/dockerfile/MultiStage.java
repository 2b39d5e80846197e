package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Dockerfile;
import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.ShellCommands;
import io.github.registrymaven.dockerfile.Stage;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.List;
import java.util.Objects;

/**
 * {@code requireMultiStageDockerfile}: what builds the software is not shipped with it. A file of one stage that only copies what
 * Maven has built before is as good as one of two.
 */
final class MultiStage implements DockerfileRule {
    private static final String WANTED = "a stage that builds, and one of its own that is shipped";

    @Override
    public String name() {
        return "requireMultiStageDockerfile";
    }

    @Override
    public List<Judgement> judge(Dockerfile file, DockerfileTerms terms) {
        Verdicts verdicts = new Verdicts(name(), file.shown(), terms.level());
        Stage shipped = Objects.requireNonNull(file.shipped(terms.target()));
        List<Stage> lineage = file.lineage(shipped);
        boolean builds = builds(lineage, verdicts);
        if (!builds && terms.level() != PolicyLevel.MINIMUM) {
            tools(lineage.get(0), verdicts);
        }
        if (!builds && terms.level() == PolicyLevel.STRICT && file.stages().size() == 1) {
            verdicts.fail(
                    shipped.line(),
                    "has one stage",
                    WANTED,
                    "Unpack or build in a stage before",
                    change(shipped, "mvn"));
        }
        return verdicts.orPass(shipped.line(), "builds nothing in the stage that is shipped");
    }

    private static boolean builds(List<Stage> lineage, Verdicts verdicts) {
        for (Stage stage : lineage) {
            for (Instruction run : stage.instructions()) {
                for (List<String> command : run.is("RUN") ? ShellCommands.of(run) : List.<List<String>>of()) {
                    String build = Commands.build(command);
                    if (build != null) {
                        verdicts.fail(
                                run.line(),
                                "runs " + build + " in what is shipped, and so ships sources and tools with it",
                                WANTED,
                                "Build in a stage before, and take from it what runs",
                                change(stage, Commands.program(command)));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void tools(Stage first, Verdicts verdicts) {
        String base = first.base();
        BaseImage image = BaseImage.of(first);
        if (image == null) {
            verdicts.unknown(first.line(), "begins with " + first.from() + ", which is not known before the build");
            return;
        }
        String tools = image.tools();
        if (tools != null) {
            verdicts.fail(
                    first.line(),
                    "ships " + tools + " (" + base + "), compiler and all",
                    "an image with what runs it, such as a JRE",
                    "Begin what is shipped with a JRE",
                    first.beginningWith(image.withJre()));
        } else if (image.mayHoldJdk()) {
            verdicts.unknown(
                    first.line(), "begins with " + base + ", and whether that holds a JDK without need is not known");
        }
    }

    private static String change(Stage stage, String program) {
        BaseImage image = BaseImage.of(stage);
        String above = "FROM " + stage.from() + " AS build\n# what is here today, up to the build\n\n";
        String built = Commands.archive(program);
        if (built == null) {
            return above + "FROM IMAGE_THAT_RUNS_IT\nCOPY --from=build WHAT_WAS_BUILT /app/";
        }
        return above + "FROM " + (image == null ? "eclipse-temurin:21-jre" : image.jre())
                + "\nCOPY --from=build " + folder(stage) + built + " /app.jar\n"
                + "ENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]";
    }

    /** Where it builds. */
    private static String folder(Stage stage) {
        String folder = "/app/";
        for (Instruction each : stage.instructions()) {
            if (each.is("WORKDIR") && each.text().matches("/[\\w./-]*")) {
                folder = each.text().replaceFirst("/*$", "/");
            }
        }
        return folder;
    }
}
