package io.github.registrymaven.enforcer;

import io.github.registrymaven.discovery.Discovery;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.session.PushForecast;
import io.github.registrymaven.session.SessionDeclared;
import io.github.registrymaven.session.SessionDockerfiles;
import io.github.registrymaven.session.SessionImages;
import io.github.registrymaven.session.SessionJudgements;
import io.github.registrymaven.session.SessionPreflight;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.scope.MojoExecutionScoped;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * The module that rules are run for: its images, and what was said of them. One for all rules of an execution, which get what they
 * need of Maven from it: to inject that into each rule of each module takes longer than many a rule, and few need all of it.
 */
@Named
@MojoExecutionScoped
final class JudgedModule {
    private final MavenSession session;
    private final MavenProject project;
    private final MistypedParameters mistyped;
    private final Provider<LifecycleExecutor> lifecycle;
    private final Provider<SettingsDecrypter> decrypter;
    private final Provider<RepositorySystem> repositories;
    // Most rules of an execution ask for the same.
    private final Map<@Nullable List<String>, List<ImageReference>> references = new HashMap<>();
    private final Map<List<Object>, Map<RepositoryState, List<ImageReference>>> governing = new HashMap<>();
    private final Map<File, Boolean> narrowed = new HashMap<>();
    private @Nullable List<File> dockerfiles;

    @Inject
    JudgedModule(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            Provider<LifecycleExecutor> lifecycle,
            Provider<SettingsDecrypter> decrypter,
            Provider<RepositorySystem> repositories) {
        this.session = session;
        this.project = project;
        this.mistyped = new MistypedParameters(execution.getConfiguration());
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
        return decrypter.get();
    }

    RepositorySystem repositories() {
        return repositories.get();
    }

    /** Tells which parameter was meant, where Maven is about to refuse one; for a rule that is there twice once. */
    void tellMistyped(String name, Class<?> rule, EnforcerLogger log) {
        mistyped.of(name, rule).forEach(log::error);
    }

    /** Warns of what all modules of a build would warn of only where it is the first of them. */
    void warnOnce(EnforcerLogger log, String line) {
        if (new SessionPreflight(session, decrypter()).isFirstToTell(line)) {
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
    Collection<String> images(@Nullable List<Image> named, Consumer<String> remarks) {
        Set<String> images = new LinkedHashSet<>();
        for (RequestedImage image : requested(named, "images", remarks)) {
            images.add(image.reference());
        }
        return images;
    }

    /** Those of the same images whose names are sound; other names are for other rules. */
    List<ImageReference> references(@Nullable List<Image> named, Consumer<String> remarks) {
        return references.computeIfAbsent(named == null ? null : Given.texts(named), unread -> {
            List<ImageReference> sound = new ArrayList<>();
            for (String image : images(named, remarks)) {
                ParsedReference parsed = ImageReference.parse(image);
                if (parsed instanceof ParsedReference.Valid) {
                    sound.add(((ParsedReference.Valid) parsed).reference());
                }
            }
            return sound;
        });
    }

    /** What is declared there and governs these images; all that is declared, where there is no image. */
    Map<RepositoryState, List<ImageReference>> governing(
            List<File> places, List<ImageReference> images, Consumer<String> remarks) {
        return governing.computeIfAbsent(List.of(places, images), unasked -> {
            SessionDeclared declared = new SessionDeclared(session);
            declared.in(places).problems().forEach(problem -> remarks.accept(problem.toString()));
            return declared.governing(places, images);
        });
    }

    /**
     * The same, with where each was found and how its plugin logs in.
     *
     * @param namedIn where the named ones are from
     */
    List<RequestedImage> requested(@Nullable List<Image> named, String namedIn, Consumer<String> remarks) {
        if (named != null) {
            List<RequestedImage> images = new ArrayList<>();
            for (String image : Given.texts(named)) {
                images.add(new RequestedImage(image, namedIn));
            }
            return images;
        }
        if (!PushForecast.buildPushes(session)) {
            return List.of();
        }
        Discovery found = new SessionImages(session, lifecycle::get).pushedBy(project);
        found.remarks().forEach(remarks);
        return found.images();
    }

    /** The images that a deployment of the module would push, by its plugins' configuration alone. */
    List<RequestedImage> deployed() {
        return new SessionImages(session, lifecycle::get)
                .wouldBePushedBy(project)
                .images();
    }

    /** Its Dockerfiles, where nobody names them. */
    List<File> dockerfiles() {
        if (dockerfiles == null) {
            dockerfiles = SessionDockerfiles.of(project);
        }
        return dockerfiles;
    }

    /** Whether a {@code .dockerignore} is there for a Dockerfile. */
    boolean hasIgnoreFile(File dockerfile) {
        return narrowed.computeIfAbsent(dockerfile, file -> SessionDockerfiles.hasIgnoreFile(file, project));
    }

    /**
     * Adds to the module's {@code policy.json}. Where that cannot be written, the rule has said its word all the same. At once, as
     * nobody tells when the last rule has run: Maven 3 does not where one of them has failed.
     */
    void keep(Collection<Judgement> judgements, Consumer<String> remarks) {
        if (judgements.isEmpty() || project.getFile() == null) {
            return;
        }
        Path folder = Path.of(project.getBuild().getDirectory(), "registry");
        try {
            new SessionJudgements(session).add(folder, List.copyOf(judgements));
        } catch (IOException unwritable) {
            remarks.accept(folder.resolve("policy.json") + " cannot be written: " + unwritable);
        }
    }
}
