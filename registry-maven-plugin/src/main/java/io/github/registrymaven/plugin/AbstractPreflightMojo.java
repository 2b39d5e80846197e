package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.PreflightParameters;
import io.github.registrymaven.session.SessionPreflight;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that run a preflight have in common: the parameters and the way through. */
abstract class AbstractPreflightMojo extends AbstractMojo {
    /**
     * The images that the build pushes, as complete references. On the command line separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.images")
    private @Nullable List<String> images;

    /**
     * A file with one image reference a line; blank lines and lines that begin with {@code #} are left out.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.imagesFile")
    private @Nullable File imagesFile;

    /**
     * Whether nothing is done.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.skip", defaultValue = "false")
    private boolean skip;

    /**
     * How push permission is proven: {@code upload} opens an upload session and cancels it at once; {@code token}
     * believes what the token says and opens none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.probe", defaultValue = "upload")
    private String probe = "upload";

    /**
     * The id of the {@code <server>} in settings.xml that holds the login. Otherwise the registry's {@code host:port}
     * and then its host are tried as an id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.serverId")
    private @Nullable String serverId;

    /**
     * Hosts ({@code host} or {@code host:port}) that may be spoken to over plain http, or with a certificate that is not
     * trusted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.insecureRegistries")
    private @Nullable List<String> insecureRegistries;

    /**
     * Where hosts are really reached, as {@code host=url} pairs: a VPC endpoint, a mirror, a simulator.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.endpoints")
    private @Nullable List<String> endpoints;

    /**
     * Seconds for one request.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.requestTimeout", defaultValue = "10")
    private int requestTimeout;

    /**
     * Seconds for the whole preflight.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.deadline", defaultValue = "60")
    private int deadline;

    /**
     * The folder that reports are written to. Without it, {@code registry} in the build directory, {@code target}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.reportDirectory")
    private @Nullable File reportDirectory;

    /**
     * The formats of the reports: {@code json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.formats", defaultValue = "json")
    private @Nullable List<String> formats;

    /**
     * The image at hand: a folder in the OCI image layout. If the registry has that very image under the tag already,
     * there is nothing to push.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.source")
    private @Nullable File source;

    private final MavenSession session;
    private final MojoExecution execution;
    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;

    AbstractPreflightMojo(
            MavenSession session, MojoExecution execution, SettingsDecrypter decrypter, RepositorySystem repositories) {
        this.session = session;
        this.execution = execution;
        this.decrypter = decrypter;
        this.repositories = repositories;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("registry.skip is set: no image is checked");
            return;
        }
        try {
            List<RequestedImage> requested = LocalImage.beside(
                    source,
                    ImageList.read(
                            images,
                            GivenParameter.isGiven("images", "registry.images", execution, session),
                            imagesFile));
            if (requested.isEmpty()) {
                nothingToCheck();
                return;
            }
            ReportFiles files = new ReportFiles(reportFolder(), formats);
            PreflightReport report = preflight().run(request(requested));
            files.write(report);
            tell(report, new ConsoleReport(files.display(session)));
        } catch (ConfigurationProblem problem) {
            throw new MojoExecutionException(problem.getMessage(), problem.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("the preflight was interrupted", interrupted);
        }
    }

    /** Prints the report, and fails the build where it is due. */
    abstract void tell(PreflightReport report, ConsoleReport console) throws MojoFailureException, ConfigurationProblem;

    SessionPreflight preflight() {
        return new SessionPreflight(session, decrypter, repositories);
    }

    MavenSession session() {
        return session;
    }

    MojoExecution execution() {
        return execution;
    }

    /** A build that was asked to check, and has nothing to check, is a mistake; a module without an image is not. */
    private void nothingToCheck() throws ConfigurationProblem {
        if (execution.getSource() == MojoExecution.Source.CLI) {
            throw new ConfigurationProblem("no image is named, so there is nothing to check. "
                    + "Name it: -Dregistry.images=registry.example.com/team/app:1.0, "
                    + "or <images> in the plugin's configuration");
        }
        getLog().info("no image is named here: nothing to check");
    }

    /** Without a project there is no build directory, and Maven leaves the expression for it as it is. */
    private Path reportFolder() {
        if (reportDirectory != null) {
            return reportDirectory.toPath();
        }
        MavenProject project = session.getCurrentProject();
        return project == null || project.getFile() == null
                ? Path.of(session.getExecutionRootDirectory(), "target", "registry")
                : Path.of(project.getBuild().getDirectory(), "registry");
    }

    private PreflightRequest request(List<RequestedImage> requested) throws ConfigurationProblem {
        return new PreflightParameters()
                .probe(probe)
                .serverId(serverId)
                .insecureRegistries(insecureRegistries)
                .endpoints(endpoints)
                .requestTimeout(requestTimeout)
                .deadline(deadline)
                .offline(session.isOffline())
                .request(requested);
    }
}
