package io.github.registrymaven.enforcer;

import io.github.registrymaven.discovery.Discovery;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.report.PolicyJson;
import io.github.registrymaven.session.PushForecast;
import io.github.registrymaven.session.SessionImages;
import io.github.registrymaven.session.SessionJudgements;
import io.github.registrymaven.session.SessionPreflight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.scope.MojoExecutionScoped;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * The module that rules are run for: its images, and what was said of them. One for all rules of an execution, which get what they
 * need of Maven from it: to inject that into each rule of each module takes longer than many a rule.
 */
@Named
@MojoExecutionScoped
final class JudgedModule {
    private final MavenSession session;
    private final MavenProject project;
    private final LifecycleExecutor lifecycle;
    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;

    @Inject
    JudgedModule(
            MavenSession session,
            MavenProject project,
            LifecycleExecutor lifecycle,
            SettingsDecrypter decrypter,
            RepositorySystem repositories) {
        this.session = session;
        this.project = project;
        this.lifecycle = lifecycle;
        this.decrypter = decrypter;
        this.repositories = repositories;
    }

    MavenSession session() {
        return session;
    }

    MavenProject project() {
        return project;
    }

    SettingsDecrypter decrypter() {
        return decrypter;
    }

    RepositorySystem repositories() {
        return repositories;
    }

    /** Warns of what all modules of a build would warn of only where it is the first of them. */
    void warnOnce(EnforcerLogger log, String line) {
        if (new SessionPreflight(session, decrypter).isFirstToTell(line)) {
            log.warn(line);
        }
    }

    /**
     * The images that a rule is about, as written: those named, or where no parameter is given those that the module's own plugins
     * will push. In a build that pushes nothing none is found.
     *
     * @param named null where the rule names none; an empty element in it is a module without an image
     * @param remarks takes what could not be known, one sentence each
     */
    List<String> images(@Nullable List<String> named, Consumer<String> remarks) {
        return requested(named, "images", remarks).stream()
                .map(RequestedImage::reference)
                .distinct()
                .collect(Collectors.toList());
    }

    /**
     * The same, with where each was found and how its plugin logs in.
     *
     * @param namedIn where the named ones are from
     */
    List<RequestedImage> requested(@Nullable List<String> named, String namedIn, Consumer<String> remarks) {
        if (named != null) {
            return Given.texts(named).stream()
                    .map(image -> new RequestedImage(image, namedIn))
                    .collect(Collectors.toList());
        }
        if (!PushForecast.buildPushes(session)) {
            return List.of();
        }
        Discovery found = new SessionImages(session, lifecycle).pushedBy(project);
        found.remarks().forEach(remarks);
        return found.images();
    }

    /** The images that a deployment of the module would push, by its plugins' configuration alone. */
    List<RequestedImage> deployed() {
        return new SessionImages(session, lifecycle).wouldBePushedBy(project).images();
    }

    /** Adds to the module's {@code policy.json}. Where that cannot be written, the rule has said its word all the same. */
    void keep(Collection<Judgement> judgements, Consumer<String> remarks) {
        if (!judgements.isEmpty()) {
            keep(new PolicyJson().write(List.copyOf(judgements)), remarks);
        }
    }

    /** The same of judgements that are written already, one at least. */
    void keep(String written, Consumer<String> remarks) {
        if (project.getFile() == null) {
            return;
        }
        Path folder = Path.of(project.getBuild().getDirectory(), "registry");
        try {
            new SessionJudgements(session).add(folder, written);
        } catch (IOException unwritable) {
            remarks.accept(folder.resolve("policy.json") + " cannot be written: " + unwritable);
        }
    }
}
