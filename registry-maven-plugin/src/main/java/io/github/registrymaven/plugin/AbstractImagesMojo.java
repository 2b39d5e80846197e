package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionPreflight;
import java.io.File;
import java.util.List;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * What the goals about images have in common: which images, and how their registries are reached.
 *
 * <p>No type of the engine may stand in the signature of a goal's field, method or constructor. Where the plugin is an
 * extension Maven looks at its goals in every build, and would load those types for builds that push nothing.
 */
abstract class AbstractImagesMojo extends AbstractMojo {
    /**
     * The images that the build pushes, as complete references. On the command line separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.images")
    @Nullable
    List<String> images;

    /**
     * A file with one image reference a line; blank lines and lines that begin with {@code #} are left out.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.imagesFile")
    @Nullable
    File imagesFile;

    /**
     * Whether images are found in the build's own plugins (jib, docker-maven-plugin, Spring Boot, JKube, Quarkus, Micronaut,
     * dockerfile-maven): those that this build will push, and where it will push none and the goal is typed, those that
     * {@code mvn deploy} would. Where it is not given, they are found if no image is named by the other parameters; with
     * {@code true} those found are checked beside those named.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.discover")
    @Nullable
    Boolean discover;

    /**
     * Whether nothing is done.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.skip", defaultValue = "false")
    boolean skip;

    /**
     * The id of the {@code <server>} in settings.xml that holds the login. Otherwise the registry's {@code host:port}
     * and then its host are tried as an id. Where the images are on several registries, {@code host=id} pairs separated by
     * commas: a password is for one of them, and is sent to no other.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.serverId")
    @Nullable
    String serverId;

    /**
     * Hosts ({@code host} or {@code host:port}) that may be spoken to over plain http, or with a certificate that is not
     * trusted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.insecureRegistries")
    @Nullable
    List<String> insecureRegistries;

    /**
     * Where hosts are really reached, as {@code host=url} pairs: a VPC endpoint, a mirror, a simulator.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.endpoints")
    @Nullable
    List<String> endpoints;

    /**
     * Which profile of {@code ~/.aws} a cloud is asked with about a registry, as {@code host=profile} pairs. Otherwise the
     * cloud's own order of credentials holds. A push by another plugin logs in without it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.profiles")
    @Nullable
    List<String> profiles;

    /**
     * Seconds for one request.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.requestTimeout", defaultValue = "10")
    int requestTimeout;

    /**
     * Seconds for all that is asked before anything is pushed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.deadline", defaultValue = "60")
    int deadline;

    /**
     * The folder that reports are written to. Without it, {@code registry} in the build directory, {@code target}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.reportDirectory")
    @Nullable
    File reportDirectory;

    private final MavenSession session;
    private final MojoExecution execution;
    private final Provider<SettingsDecrypter> decrypter;
    private final Provider<LifecycleExecutor> lifecycle;
    private final Provider<RepositorySystem> repositories;
    private @Nullable Log dressed;

    AbstractImagesMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        this.session = session;
        this.execution = execution;
        this.decrypter = decrypter;
        this.lifecycle = lifecycle;
        this.repositories = repositories;
    }

    /** Maven's own, to which whatever a goal says comes coloured where a terminal is. */
    @Override
    public final Log getLog() {
        Log known = dressed;
        if (known == null) {
            known = new DressedLog(super.getLog(), Look.of(session));
            dressed = known;
        }
        return known;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        for (String remark :
                MistypedOptions.in(session, execution.getMojoDescriptor().getPluginDescriptor())) {
            if (new SessionPreflight(session, decrypter()).isFirstToTell(remark)) {
                getLog().warn(remark);
            }
        }
        if (skip) {
            getLog().info("registry.skip is set: nothing is done");
            return;
        }
        try {
            run();
        } catch (ConfigurationProblem problem) {
            throw new MojoExecutionException(problem.getMessage(), problem.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("registry:" + execution.getGoal() + " was interrupted", interrupted);
        }
    }

    /** What the goal does, prints, and fails the build for. */
    abstract void run() throws ConfigurationProblem, InterruptedException, MojoFailureException;

    /** How push permission would be proven, where the goal proves any. */
    String probe() {
        return "upload";
    }

    /** The formats of reports, where the goal writes any. */
    @Nullable
    List<String> formats() {
        return null;
    }

    MavenSession session() {
        return session;
    }

    MojoExecution execution() {
        return execution;
    }

    SettingsDecrypter decrypter() {
        return decrypter.get();
    }

    LifecycleExecutor lifecycle() {
        return lifecycle.get();
    }

    RepositorySystem repositories() {
        return repositories.get();
    }
}
