package io.github.registrymaven.plugin;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.DockerSettings;
import io.github.registrymaven.login.HostLogin;
import io.github.registrymaven.login.Logins;
import io.github.registrymaven.login.PrivateDockerConfig;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.provider.LoginOnDemand;
import io.github.registrymaven.provider.Providers;
import io.github.registrymaven.report.LoginConsole;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionSurroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** The way of a login: find one for each registry, keep them where nobody else looks, and say where that is. */
final class LoginRun {
    private static final String PROPERTY = "registry.dockerConfig";

    private final LoginMojo goal;
    private final PreflightInput input;

    LoginRun(LoginMojo goal) {
        this.goal = goal;
        this.input = new PreflightInput(goal);
    }

    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        List<RequestedImage> images = new GoalImages(goal).find(input, "to log in to");
        if (images.isEmpty()) {
            return;
        }
        GoalImages.references(images);
        Surroundings surroundings = SessionSurroundings.of(goal.session(), goal.decrypter())
                .loggingInWith(LoginOnDemand.all(Providers.of(goal.session(), goal.repositories())));
        List<HostLogin> logins = Logins.find(input.request(images), surroundings);
        tell(logins);
        DockerSettings users = DockerSettings.of(surroundings.machine());
        keep(PrivateDockerConfig.of(logins, users), users);
    }

    private void tell(List<HostLogin> logins) throws MojoFailureException {
        for (HostLogin login : logins) {
            if (login.isMissing()) {
                goal.getLog().error(LoginConsole.of(login));
            } else if (login.lookup() instanceof CredentialLookup.Found) {
                goal.getLog().info(LoginConsole.of(login));
            } else {
                goal.getLog().warn(LoginConsole.of(login));
            }
        }
        List<HostLogin> missing = logins.stream().filter(HostLogin::isMissing).collect(Collectors.toList());
        if (!missing.isEmpty()) {
            throw new MojoFailureException(missing.stream()
                    .map(LoginConsole::inOneSentence)
                    .collect(Collectors.joining("; ", "there is no login to be had: ", "")));
        }
    }

    private List<MavenProject> projects() {
        MavenProject current = goal.session().getCurrentProject();
        return current == null || TypedGoal.is(goal.execution())
                ? goal.session().getProjects()
                : List.of(current);
    }

    private void keep(PrivateDockerConfig config, DockerSettings users) throws ConfigurationProblem {
        Path folder = input.reportFolder().resolve("docker").toAbsolutePath().normalize();
        PrivateDockerConfig whole;
        try {
            whole = LoginFolders.of(goal.session()).write(folder, config);
        } catch (IOException unwritable) {
            throw new ConfigurationProblem(
                    "the logins cannot be kept in " + folder + ": " + unwritable.getMessage()
                            + ". Name another place: -Dregistry.reportDirectory",
                    unwritable);
        }
        for (MavenProject project : projects()) {
            project.getProperties().setProperty(PROPERTY, folder.toString());
        }
        goal.getLog()
                .info("tools of this build find the logins with DOCKER_CONFIG=${" + PROPERTY + "}, which is " + folder
                        + " until the build ends");
        if (users.problem() != null) {
            goal.getLog()
                    .warn(users.shown() + " " + users.problem() + ": the helpers that it names are not among them");
        }
        if (!whole.leftOut().isEmpty()) {
            goal.getLog()
                    .info("not among them, as " + users.shown() + " keeps these in plain text: "
                            + String.join(", ", whole.leftOut()));
        }
    }
}
