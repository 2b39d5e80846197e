package io.github.registrymaven.plugin;

import io.github.registrymaven.policy.lifecycle.Fate;
import io.github.registrymaven.policy.lifecycle.InvalidDocument;
import io.github.registrymaven.policy.lifecycle.Inventory;
import io.github.registrymaven.policy.lifecycle.Remark;
import io.github.registrymaven.policy.lifecycle.Simulation;
import io.github.registrymaven.preflight.LiveSimulation;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.report.LifecycleConsole;
import io.github.registrymaven.report.LifecycleJson;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionSimulation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The way of a simulation: an inventory in, or the images of live repositories; their policy's doings out. */
final class LifecycleRun {
    private static final String REPORT = "lifecycle.json";

    private final AbstractImagesMojo goal;

    LifecycleRun(AbstractImagesMojo goal) {
        this.goal = goal;
    }

    void run(@Nullable File file) throws ConfigurationProblem, InterruptedException, MojoFailureException {
        Map<String, Simulation> simulations =
                file == null ? live() : Map.of("", read(file.toPath()).simulation());
        ReportFiles files = new PreflightInput(goal).files();
        List<Fate> fates = simulations.values().stream()
                .flatMap(simulation -> simulation.fates().stream())
                .collect(Collectors.toList());
        files.write(REPORT, new LifecycleJson().write(fates));
        LifecycleConsole console = new LifecycleConsole(files.display(goal.session(), REPORT));
        simulations.forEach((repository, simulation) -> {
            goal.getLog().info((repository.isEmpty() ? "" : repository + ": ") + console.of(simulation));
            for (Remark remark : simulation.remarks()) {
                goal.getLog().warn(console.of(remark));
            }
        });
    }

    private Map<String, Simulation> live() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        PreflightInput input = new PreflightInput(goal);
        List<RequestedImage> images = input.images(goal.getLog()::warn);
        if (images.isEmpty()) {
            throw new ConfigurationProblem(
                    "no inventory is given, no image is named and none is found in the plugins of this "
                            + "build, so there is nothing to simulate. Name a file: -Dregistry.inventory=inventory.json, or an image "
                            + "whose repository is read: -Dregistry.images=registry.example.com/team/app:1.0");
        }
        if (goal.session().isOffline()) {
            throw new ConfigurationProblem("offline: no cloud is asked what lies in its repositories. "
                    + "Name a file: -Dregistry.inventory=inventory.json");
        }
        SessionSimulation simulation = new SessionSimulation(goal.session(), goal.decrypter(), goal.repositories());
        Map<String, Simulation> simulations = new LinkedHashMap<>();
        for (RequestedImage image : images) {
            String repository = repository(image.reference());
            if (!simulations.containsKey(repository)) {
                simulations.put(repository, seen(simulation.of(input.request(List.of(image)))));
            }
        }
        return simulations;
    }

    /** As written, without its tag. */
    private static String repository(String reference) {
        ParsedReference parsed = ImageReference.parse(reference);
        if (!(parsed instanceof ParsedReference.Valid)) {
            return reference;
        }
        ImageReference image = ((ParsedReference.Valid) parsed).reference();
        return image.host() + "/" + image.repository();
    }

    private static Simulation seen(LiveSimulation.Outcome outcome) throws MojoFailureException {
        if (outcome instanceof LiveSimulation.Outcome.Simulated) {
            return ((LiveSimulation.Outcome.Simulated) outcome).simulation();
        }
        throw new MojoFailureException("nothing was simulated: " + ((LiveSimulation.Outcome.Unseen) outcome).reason());
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
