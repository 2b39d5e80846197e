package io.github.registrymaven.plugin;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.catalogue.LogFolder;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.report.CausePage;
import io.github.registrymaven.report.ExplanationConsole;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

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
            log.info(new CausePage().of(named(goal.cause)));
            return;
        }
        Path path = goal.logFile == null ? null : goal.logFile.toPath();
        if (goal.message == null && path == null) {
            throw new ConfigurationProblem(
                    "there is nothing to explain. Give a text (-Dregistry.message=\"denied: …\"), "
                            + "a log or a folder of logs (-Dregistry.log=push.log, or - for what is piped in), "
                            + "or a cause to read about (-Dregistry.cause=tag-immutable)");
        }
        AskedRegistry registry = AskedRegistry.of(goal);
        ReportFiles files = new PreflightInput(goal).files();
        try (ExplanationFile file = new ExplanationFile(files.folder())) {
            if (goal.message != null) {
                tell(registry.decide(explainer.explain("registry.message", goal.message)), file);
            }
            if (path != null) {
                logs(path, registry, file);
            }
            file.finish();
        } catch (UncheckedIOException unwritable) {
            throw files.cannotWrite(new IOException(unwritable.getMessage(), unwritable));
        } catch (IOException unwritable) {
            throw files.cannotWrite(unwritable);
        }
    }

    private void logs(Path path, AskedRegistry registry, ExplanationFile file)
            throws ConfigurationProblem, InterruptedException, IOException {
        // Maven makes a file of it, in the folder that it runs in.
        if (String.valueOf(path.getFileName()).equals(INPUT)) {
            tell(registry.decide(explainer.explain("standard input", System.in)), file);
            return;
        }
        LogFolder reader = new LogFolder(explainer, Runtime.getRuntime().availableProcessors());
        if (Files.isDirectory(path)) {
            folder(path, reader, file);
        } else if (Files.exists(path)) {
            tell(registry.decide(reader.file(path, path.getFileName().toString())), file);
        } else {
            throw new ConfigurationProblem("registry.log is " + path + ", and there is no such file or folder");
        }
    }

    /** Of many logs the first with each cause is told whole, and all are counted. */
    private void folder(Path folder, LogFolder reader, ExplanationFile file)
            throws ConfigurationProblem, InterruptedException {
        try {
            reader.folder(folder, explanation -> {
                file.add(explanation);
                console.count(explanation);
                if (console.isFirst(explanation)) {
                    log.info(console.of(explanation));
                } else if (log.isDebugEnabled()) {
                    log.debug(console.of(explanation));
                }
            });
        } catch (IOException unreadable) {
            throw new ConfigurationProblem(
                    "registry.log is " + folder + ", which cannot be read: " + unreadable, unreadable);
        }
        log.info(console.total());
    }

    private void tell(Explanation explanation, ExplanationFile file) {
        file.add(explanation);
        log.info(console.of(explanation));
    }

    private static Cause named(@Nullable String id) throws ConfigurationProblem {
        for (Cause cause : Cause.values()) {
            if (cause.id().equals(id)) {
                return cause;
            }
        }
        throw new ConfigurationProblem("registry.cause is '" + id + "'; it takes "
                + Arrays.stream(Cause.values()).map(Cause::id).collect(Collectors.joining(", ")));
    }
}
