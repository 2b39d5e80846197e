package io.github.registrymaven.plugin.failed;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.plugin.Look;
import io.github.registrymaven.report.Dress;
import io.github.registrymaven.report.ExplanationConsole;
import io.github.registrymaven.session.ConfigurationProblem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said of goals that failed: a block for each that failed with an image, and nothing of any other. */
final class Diagnosis {
    private final Logger log = LoggerFactory.getLogger(FailedPushParticipant.class);
    private final SecondAsking registries;
    private final Dress dress;
    private final Explainer explainer = new Explainer();

    Diagnosis(
            MavenSession session,
            SettingsDecrypter decrypter,
            LifecycleExecutor lifecycle,
            RepositorySystem repositories) {
        this.dress = Look.of(session);
        this.registries = new SecondAsking(session, decrypter, lifecycle, repositories);
    }

    /** One text each, in the order of the failures; what is the same in several modules once. */
    Collection<String> of(List<FailedGoal> failed) {
        Map<String, String> said = new LinkedHashMap<>();
        for (FailedGoal goal : failed) {
            Explanation read = read(goal);
            if (registries.isSkipped(goal.project())) {
                continue;
            }
            Explanation explained = read.isKnown() ? asked(read, goal) : withoutWords(goal);
            if (!explained.isKnown()) {
                continue;
            }
            said.putIfAbsent(
                    explained.cause() + explained.summary() + explained.matched(),
                    "registry: what the failure of " + goal.name() + " means (Maven's own error follows)\n\n"
                            + dress.of(new ExplanationConsole().of(explained)) + "\n");
        }
        return said.values();
    }

    private Explanation read(FailedGoal goal) {
        return goal.tool() == PushingTool.SPEAKS
                ? explainer.explain(goal.name(), goal.text())
                : explainer.explainProgram(goal.name(), goal.text());
    }

    private Explanation asked(Explanation read, FailedGoal goal) {
        return safely(() -> registries.decide(read, goal), read);
    }

    /** Where a program's own words did not come this way, the registry's answer is all that there is. */
    private Explanation withoutWords(FailedGoal goal) {
        Explanation nothing = explainer.unknown(goal.name(), "");
        return safely(() -> registries.askInstead(nothing, goal), nothing);
    }

    /** Asks the registry. */
    private interface Asking {
        Explanation ask() throws ConfigurationProblem, InterruptedException;
    }

    private Explanation safely(Asking asking, Explanation otherwise) {
        try {
            return asking.ask();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ConfigurationProblem | RuntimeException | LinkageError ours) {
            log.debug("registry: the registry was not asked about the failure", ours);
        }
        return otherwise;
    }
}
