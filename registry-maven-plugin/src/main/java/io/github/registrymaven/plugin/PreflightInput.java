package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.PreflightParameters;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the parameters of a goal come to: images, how to ask about them, and where reports go. */
final class PreflightInput {
    private final AbstractImagesMojo goal;

    PreflightInput(AbstractImagesMojo goal) {
        this.goal = goal;
    }

    /**
     * The images that the parameters name, and those that the build's own plugins push.
     *
     * @param remarks takes what could not be known, one sentence each
     */
    List<RequestedImage> images(Consumer<String> remarks) throws ConfigurationProblem {
        return images(goal.imagesFile, remarks);
    }

    /** The same before the build has begun, which may be what makes the file. */
    List<RequestedImage> imagesSoFar(Consumer<String> remarks) throws ConfigurationProblem {
        File file = goal.imagesFile;
        return images(file != null && file.exists() ? file : null, remarks);
    }

    /** The images that the parameters name. */
    List<RequestedImage> named() throws ConfigurationProblem {
        return named(goal.imagesFile);
    }

    private List<RequestedImage> named(@Nullable File file) throws ConfigurationProblem {
        boolean given = GivenParameter.isGiven("images", "registry.images", goal.execution(), goal.session());
        boolean inPom = GivenParameter.isInPom("images", "registry.images", goal.execution());
        List<RequestedImage> named =
                ImageList.read(goal.images, given, inPom ? "<images> in the POM" : "registry.images", file);
        OurPush ours = OurPush.in(goal.session(), goal.execution());
        return named.stream()
                .map(image -> ours.logsIn(image.reference()) ? image.with(new PushLogin.Ours()) : image)
                .collect(Collectors.toList());
    }

    private List<RequestedImage> images(@Nullable File file, Consumer<String> remarks) throws ConfigurationProblem {
        List<RequestedImage> named = named(file);
        Boolean wish = goal.discover;
        boolean look = wish == null ? named.isEmpty() && goal.imagesFile == null : wish;
        return look ? new FoundImages(goal.session(), goal.execution(), goal::lifecycle).beside(named, remarks) : named;
    }

    /** What is asked of the registries about some images. */
    PreflightRequest request(List<RequestedImage> requested) throws ConfigurationProblem {
        return new PreflightParameters()
                .probe(goal.probe())
                .serverId(goal.serverId)
                .insecureRegistries(goal.insecureRegistries)
                .endpoints(goal.endpoints)
                .profiles(goal.profiles)
                .requestTimeout(goal.requestTimeout)
                .deadline(goal.deadline)
                .offline(goal.session().isOffline())
                .request(requested);
    }

    ReportFiles files() throws ConfigurationProblem {
        return new ReportFiles(reportFolder(), goal.formats());
    }

    Path reportFolder() {
        return ReportFolder.of(goal.reportDirectory, goal.session());
    }
}
