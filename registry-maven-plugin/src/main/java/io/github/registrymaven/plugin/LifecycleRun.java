package io.github.registrymaven.plugin;

import io.github.registrymaven.policy.lifecycle.Fate;
import io.github.registrymaven.policy.lifecycle.InvalidDocument;
import io.github.registrymaven.policy.lifecycle.Inventory;
import io.github.registrymaven.policy.lifecycle.Remark;
import io.github.registrymaven.report.LifecycleConsole;
import io.github.registrymaven.report.LifecycleJson;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** The way of a simulation: an inventory in, its policy's doings out. */
final class LifecycleRun {
    private static final String REPORT = "lifecycle.json";

    private final MavenSession session;
    private final Log log;

    LifecycleRun(MavenSession session, Log log) {
        this.session = session;
        this.log = log;
    }

    void run(@Nullable File file, @Nullable File reportDirectory) throws ConfigurationProblem {
        if (file == null) {
            throw new ConfigurationProblem(
                    "registry.inventory is not given, and this version reads no live repository. "
                            + "Name a JSON file: -Dregistry.inventory=inventory.json");
        }
        Inventory inventory = read(file.toPath());
        ReportFiles files = new ReportFiles(ReportFolder.of(reportDirectory, session), null);
        List<Fate> fates = inventory.fates();
        files.write(REPORT, new LifecycleJson().write(fates));
        LifecycleConsole console = new LifecycleConsole(files.display(session, REPORT));
        log.info(console.of(inventory, fates));
        for (Remark remark : inventory.policy().remarks()) {
            log.warn(console.of(remark));
        }
    }

    private static Inventory read(Path file) throws ConfigurationProblem {
        String named = "registry.inventory is " + file;
        try {
            if (Files.isDirectory(file)) {
                throw new ConfigurationProblem(named + ", which is a folder; it takes a JSON file");
            }
            // Four bytes a character at most: what is longer is too long whatever it says.
            if (Files.size(file) > 4L * Inventory.LONGEST) {
                throw new ConfigurationProblem(named + ", which is larger than any inventory that is read");
            }
            return Inventory.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (InvalidDocument invalid) {
            throw new ConfigurationProblem(named + ", where " + invalid.getMessage());
        } catch (NoSuchFileException absent) {
            throw new ConfigurationProblem(named + ", and there is no such file");
        } catch (CharacterCodingException notText) {
            throw new ConfigurationProblem(named + ", which is not UTF-8 text");
        } catch (IOException unreadable) {
            throw new ConfigurationProblem(named + ", which cannot be read: " + unreadable, unreadable);
        }
    }
}
