package io.github.registrymaven.plugin;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.catalogue.LogFolder;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Nearest;
import io.github.registrymaven.report.CausePage;
import io.github.registrymaven.report.ExplanationConsole;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** The way of {@code explain}: texts in, one explanation each out, to the log and to {@code explanations.json}. */
final class ExplainRun {
    private static final String INPUT = "-";

    private final ExplainMojo goal;
    private final Log log;
    private final ExplanationConsole console = new ExplanationConsole();
    private final Explainer explainer = new Explainer();

    ExplainRun(ExplainMojo goal) {
        this.goal = goal;
        this.log = goal.getLog();
    }

    void run() throws ConfigurationProblem, InterruptedException {
        if (goal.cause != null) {
            log.info(new CausePage().unlinked(named(goal.cause)));
            return;
        }
        String message = goal.message == null || goal.message.isBlank() ? null : goal.message;
        Path path = goal.logFile == null ? null : goal.logFile.toPath();
        if (message == null && path == null) {
            throw new ConfigurationProblem(
                    "there is nothing to explain. Give a text (-Dregistry.message=\"denied: …\"), "
                            + "a log or a folder of logs (-Dregistry.log=push.log, or - for what is piped in), "
                            + "or a cause to read about (-Dregistry.cause=tag-immutable)");
        }
        AskedRegistry registry = AskedRegistry.of(goal);
        Path folder = new PreflightInput(goal).reportFolder();
        try (ExplanationFile file = new ExplanationFile(folder)) {
            if (message != null) {
                tell(registry.decide(explainer.explain("registry.message", message)), file);
            }
            if (path != null) {
                logs(path, registry, file);
            }
            file.finish();
            if (path != null && Files.isDirectory(path)) {
                log.info("all in " + ReportFolder.display(folder, ExplanationFile.NAME, goal.session()));
            }
        } catch (IOException unwritable) {
            log.warn("explanations.json cannot be written to " + folder + " (registry.reportDirectory): " + unwritable);
        }
    }

    private void logs(Path path, AskedRegistry registry, ExplanationFile file)
            throws ConfigurationProblem, InterruptedException {
        LogFolder reader = new LogFolder(explainer, Runtime.getRuntime().availableProcessors());
        try {
            // Maven makes a file of it, in the folder that it runs in.
            if (String.valueOf(path.getFileName()).equals(INPUT)) {
                tell(registry.decide(explainer.explain("standard input", System.in)), file);
            } else if (Files.isDirectory(path)) {
                folder(path, reader, file);
            } else if (Files.exists(path)) {
                tell(registry.decide(reader.file(path, String.valueOf(path.getFileName()))), file);
            } else {
                throw new ConfigurationProblem("registry.log is " + path + ", and there is no such file or folder");
            }
        } catch (IOException unreadable) {
            throw new ConfigurationProblem(
                    "registry.log is " + path + ", which cannot be read: " + unreadable, unreadable);
        }
    }

    /** Of many logs the first with each cause is told whole, and all are counted. */
    private void folder(Path folder, LogFolder reader, ExplanationFile file) throws InterruptedException, IOException {
        reader.folder(folder, explanation -> {
            file.add(explanation);
            console.count(explanation);
            if (console.isFirst(explanation)) {
                log.info(console.of(explanation));
            } else if (log.isDebugEnabled()) {
                log.debug(console.of(explanation));
            }
        });
        log.info(console.total());
    }

    private void tell(Explanation explanation, ExplanationFile file) {
        file.add(explanation);
        log.info(console.of(explanation));
    }

    static Cause named(String id) throws ConfigurationProblem {
        for (Cause cause : Cause.values()) {
            if (cause.id().equals(id)) {
                return cause;
            }
        }
        List<String> known = Arrays.stream(Cause.values()).map(Cause::id).collect(Collectors.toList());
        throw new ConfigurationProblem("registry.cause is '" + id + "'; " + Nearest.of(id, known));
    }
}
